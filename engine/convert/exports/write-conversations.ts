import type { ConvertedText, DocumentPart } from "../../model/document";
import { withoutUndefined } from "../../util/without-undefined";
import { timeWords } from "./time-words";

/** A message of an exported chat. `text` is Markdown. */
export interface ExportedMessage {
  /** Missing for a notice of the chat itself. */
  readonly author?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly sentAt?: number | undefined;
  /** The time as the export writes it, where that differs from UTC. */
  readonly time?: string | undefined;
  /** What the chat says about the message: "edited", "in reply to Ann". */
  readonly remarks?: readonly string[] | undefined;
  readonly text: string;
}

export interface ExportedConversation {
  readonly title?: string | undefined;
  /** What is known of it as a whole, above its messages. */
  readonly about?: readonly string[] | undefined;
  readonly messages: readonly ExportedMessage[];
}

/** Joins exported conversations, each under its title, with a part for each message. */
export function writeConversations(
  conversations: readonly ExportedConversation[],
  notes: readonly string[] = [],
): ConvertedText {
  const pieces: string[] = [];
  const parts: DocumentPart[] = [];
  let length = 0;
  const write = (piece: string): number => {
    const start = length === 0 ? 0 : length + 2;
    if (length > 0) pieces.push("\n\n");
    pieces.push(piece);
    length = start + piece.length;
    return start;
  };
  for (const { title, about = [], messages } of conversations) {
    if (title) write(`# ${oneLine(title)}`);
    for (const line of about) write(line);
    for (const message of messages) {
      const body = message.text.trim();
      if (body === "") continue;
      const start = write(`${nameLine(message)}${body}`);
      const { author, sentAt } = message;
      parts.push({ start, end: length, ...withoutUndefined({ author: author && oneLine(author), sentAt }) });
    }
  }
  const [first] = conversations;
  return {
    text: pieces.join(""),
    format: "markdown",
    ...(conversations.length === 1 && first?.title && { title: oneLine(first.title) }),
    ...(parts.length > 0 && { parts }),
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
}

/** "**Ann Lee** (2026-11-02 18:05 UTC, edited):" above a message. */
function nameLine({ author, sentAt, time = timeWords(sentAt), remarks = [] }: ExportedMessage): string {
  const details = [time, ...remarks].filter(Boolean).map(oneLine).join(", ");
  const said = details === "" ? "" : ` (${details})`;
  if (author !== undefined) return `**${oneLine(author)}**${said}:\n\n`;
  return said === "" ? "" : `${said.trim()} `;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
