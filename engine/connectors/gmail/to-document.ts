import { type Address, addressParser, decodeWords } from "postal-mime";
import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { isVisible } from "./filter";
import { attachmentNames, headerOf, messageText } from "./message-text";
import type { GmailMessage, GmailThread } from "./schema";
import { trimReply } from "./trim-reply";

export interface ToDocumentOptions {
  /** SHA-256 of the result of `contentKey`. */
  readonly contentHash: string;
  /** Address of the mailbox, where it is known. */
  readonly mailbox: string | undefined;
}

/**
 * Maps a conversation to a document with one part per message. Its version is the history id, which also changes when
 * a message is read or starred; `contentHash` changes only with the messages.
 */
export function toDocument(thread: GmailThread, { contentHash, mailbox }: ToDocumentOptions): SourceDocument {
  const messages = visibleMessages(thread);
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
    createdAt: Math.min(...times),
    updatedAt: Math.max(...times),
    contentHash,
    content: { kind: "thread", messages: messages.map((message, at) => toMessage(message, { at, mailbox })) },
  };
}

/** The identity of a conversation's content: messages are added and removed, but never change. */
export function contentKey(thread: GmailThread): string {
  return visibleMessages(thread)
    .map(({ id }) => id)
    .join(" ");
}

/** Address of the conversation, or of one message, in the right account. */
export function urlOf(id: string, mailbox: string | undefined): string {
  const account = mailbox === undefined ? "0/" : `?authuser=${encodeURIComponent(mailbox)}`;
  return `https://mail.google.com/mail/u/${account}#all/${id}`;
}

function visibleMessages({ messages }: GmailThread): readonly GmailMessage[] {
  return messages.filter(isVisible);
}

function toMessage(
  message: GmailMessage,
  { at, mailbox }: { readonly at: number; readonly mailbox: string | undefined },
): ThreadMessage {
  const { id, payload } = message;
  const text = messageText(payload);
  // The quotes of the first message are nowhere else; those of later ones repeat the messages above them.
  const own = trimReply(text, { quotes: at === 0 }) || text.trim();
  const attachments = attachmentNames(payload);
  const list = attachments.length > 0 ? `Attachments: ${attachments.join(", ")}` : "";
  return {
    author: authorOf(message) ?? "Unknown",
    sentAt: timeOf(message),
    text: [own, list].filter(Boolean).join("\n\n"),
    url: urlOf(id, mailbox),
  };
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
