import { type Address, addressParser, decodeWords } from "postal-mime";
import type { SourceDocument } from "../../model/source-document";
import type { FetchedFile } from "./fetch-attachments";
import { isVisible } from "./filter";
import { headerOf } from "./header-of";
import { readMessage } from "./read-message";
import type { GmailMessage, GmailThread } from "./schema";

export interface ToDocumentOptions {
  /** SHA-256 of the result of `contentKey`. */
  readonly contentHash: string;
  /** Address of the mailbox, where it is known. */
  readonly mailbox: string | undefined;
  /** Names of the person's own labels on the conversation. */
  readonly labels: readonly string[];
  /** Files of the messages by Gmail's id. */
  readonly files: ReadonlyMap<string, FetchedFile>;
}

/**
 * Maps a conversation to a document with one part per message. Its version is the history id, which also changes when
 * a message is read or starred; `contentHash` changes only with the messages and labels.
 */
export function toDocument(
  thread: GmailThread,
  { contentHash, mailbox, labels, files }: ToDocumentOptions,
): SourceDocument {
  const messages = visibleMessages(thread);
  const read = messages.map(({ payload }) => readMessage(payload, files));
  const notes = [...new Set(read.flatMap(({ note }) => note ?? []))];
  const [first] = messages;
  const subject = first && headerOf(first.payload, "subject");
  const author = first && authorOf(first);
  const times = messages.map(timeOf);
  return {
    id: thread.id,
    type: "mail",
    title: (subject && decodeWords(subject).trim()) || "(No subject)",
    url: urlOf(thread.id, mailbox),
    version: thread.historyId,
    ...(author !== undefined && { author }),
    people: [...new Set(messages.flatMap(peopleOf))],
    ...(labels.length > 0 && { container: (labels[0] ?? "").split("/") }),
    createdAt: Math.min(...times),
    updatedAt: Math.max(...times),
    contentHash,
    content: {
      kind: "thread",
      ...(labels.length > 0 && { heading: `Labels: ${labels.join(", ")}` }),
      messages: messages.map((message, at) => {
        const { text = "", html, attachments } = read[at] ?? {};
        const url = urlOf(message.id, mailbox);
        return {
          ...{ author: authorOf(message) ?? "Unknown", sentAt: timeOf(message), text, url },
          ...(html !== undefined && { html }),
          ...(attachments !== undefined && { attachments }),
        };
      }),
      ...(notes.length > 0 && { note: notes.join("; ") }),
    },
  };
}

/** The identity of a conversation's content: messages are added and removed, but never change; labels do. */
export function contentKey(thread: GmailThread, labels: readonly string[]): string {
  return [...visibleMessages(thread).map(({ id }) => id), ...labels].join(" ");
}

/** Address of the conversation, or of one message, in the right account. */
export function urlOf(id: string, mailbox: string | undefined): string {
  const account = mailbox === undefined ? "0/" : `?authuser=${encodeURIComponent(mailbox)}`;
  return `https://mail.google.com/mail/u/${account}#all/${id}`;
}

function visibleMessages({ messages }: GmailThread): readonly GmailMessage[] {
  return messages.filter(isVisible);
}

function timeOf({ internalDate }: GmailMessage): number {
  return Number(internalDate);
}

function authorOf({ payload }: GmailMessage): string | undefined {
  return namesIn(headerOf(payload, "from"))[0];
}

function peopleOf({ payload }: GmailMessage): readonly string[] {
  return ["from", "to", "cc"].flatMap((name) => namesIn(headerOf(payload, name)));
}

function namesIn(header: string | undefined): readonly string[] {
  return header === undefined ? [] : addressParser(header).flatMap(nameIn);
}

function nameIn(address: Address): readonly string[] {
  if (address.group) return address.group.flatMap(nameIn);
  const name = decodeWords(address.name).trim() || address.address;
  return name ? [name] : [];
}
