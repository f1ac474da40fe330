import type { ConvertedText, DocumentPart } from "../../model/document";
import type { Content, ThreadMessage } from "../../model/source-document";
import { escapeMisread } from "../../util/escape-misread";
import type { ConvertPart } from "../convert";
import { type AttachmentText, convertAttachments } from "../mail/convert-attachments";
import { createEarlierMessages, type EarlierMessages } from "../mail/quotes/earlier-messages";
import { writeStretches } from "../mail/quotes/write-stretches";
import { normaliseLineEnds } from "./decode-text";

type ThreadContent = Extract<Content, { kind: "thread" }>;

export interface ConvertThreadOptions {
  /** Earlier messages are quoted in later ones. */
  readonly isMail: boolean;
  readonly convertPart: ConvertPart;
}

/**
 * Joins the messages of a thread, each a part with its own author, time and permalink, with its attachments below it. In
 * mails, what repeats an earlier message of the thread is left out, and other quoted messages are marked.
 */
export async function convertThread(
  { heading = "", messages }: Pick<ThreadContent, "heading" | "messages">,
  { isMail, convertPart }: ConvertThreadOptions,
): Promise<ConvertedText> {
  const earlier = isMail ? createEarlierMessages() : undefined;
  const parts: DocumentPart[] = [];
  const notes: string[] = [];
  let text = heading.trim();
  for (const message of messages) {
    const { attachments = [] } = message;
    const body = await readBody(message, earlier);
    const { texts, note } = await convertAttachments(attachments, convertPart);
    if (note !== undefined) notes.push(note);
    const names =
      attachments.length > 0 ? `Attachments: ${attachments.map(({ name }) => name).join(", ")}` : "";
    const pieces = [body, { text: names, parts: [] }, ...texts].filter((piece) => piece.text !== "");
    if (pieces.length === 0) continue;
    if (text !== "") text += "\n\n";
    const written = writeMessage(message, pieces, text.length);
    text += written.text;
    parts.push(...written.parts);
  }
  if (parts.length === 0) text = "";
  return { text, format: "markdown", parts, ...(notes.length > 0 && { note: notes.join("; ") }) };
}

async function readBody(
  { text, html }: ThreadMessage,
  earlier: EarlierMessages | undefined,
): Promise<AttachmentText> {
  const plain = normaliseLineEnds(text).trim();
  if (!earlier) return { text: html === undefined ? plain : await readHtmlBody({ text, html }), parts: [] };
  const body = html === undefined ? escapeMisread(plain) : await readHtmlBody({ text, html });
  return writeStretches(earlier.withoutRepeated(body));
}

/** The parser is loaded with the first message that needs it. */
async function readHtmlBody(forms: { readonly text: string; readonly html: string }): Promise<string> {
  const { text, format } = (await import("../mail/choose-body")).chooseBody(forms);
  return format === "plain" ? escapeMisread(text) : text;
}

function writeMessage(
  { author, sentAt, url }: ThreadMessage,
  pieces: readonly AttachmentText[],
  offset: number,
): AttachmentText {
  const link = url === undefined ? {} : { url };
  const parts: DocumentPart[] = [];
  let text = `**${author}**:`;
  let open = { start: 0, end: text.length, author, sentAt, ...link };
  const close = () => {
    if (open.end > open.start) parts.push(open);
  };
  for (const piece of pieces) {
    text += "\n\n";
    const start = text.length;
    text += piece.text;
    if (piece.parts.length === 0) open.end = text.length;
    for (const part of piece.parts) {
      // Only the words of others are parts of their own, and have the link of the message they are in.
      if (part.author === undefined) open.end = start + part.end;
      else {
        close();
        parts.push({ ...part, ...link, start: start + part.start, end: start + part.end });
        open = { ...open, start: start + part.end, end: start + part.end };
      }
    }
  }
  close();
  return {
    text,
    parts: parts.map((part) => ({ ...part, start: part.start + offset, end: part.end + offset })),
  };
}
