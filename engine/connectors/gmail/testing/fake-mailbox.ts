import type { gmail_v1 } from "@googleapis/gmail";

/** A mail as a test writes it. */
export interface FakeMail {
  readonly from?: string;
  readonly to?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  /** UTF-8 when absent. */
  readonly charset?: string;
  /** The content of `text` in that charset. */
  readonly bytes?: Uint8Array;
  readonly attachments?: readonly FakeAttachment[];
  readonly labelIds?: readonly string[];
}

/** A file of a mail; an attached mail also has its parts in Gmail's reply. */
export interface FakeAttachment {
  readonly filename: string;
  readonly mimeType: string;
  readonly content: string | Uint8Array;
  /** What Gmail says of its size; that of the content when absent. */
  readonly size?: number;
  readonly parts?: readonly gmail_v1.Schema$MessagePart[];
}

type StoredMessage = gmail_v1.Schema$Message & { id: string; threadId: string; labelIds: string[] };

/** A mailbox with its history. */
export interface FakeMailbox {
  readonly messages: ReadonlyMap<string, StoredMessage>;
  readonly history: readonly (gmail_v1.Schema$History & { readonly id: string })[];
  /** The content of an attachment as base64url; Gmail keeps it apart from the message. */
  file(attachmentId: string): string | undefined;
  historyId(): string;
  /**
   * Adds a message to a conversation, or starts one; returns the message's id, which is also the id of a conversation
   * that it starts.
   */
  receive(mail: FakeMail, threadId?: string): string;
  change(messageId: string, fields: gmail_v1.Schema$Message): void;
  /** Answers with this in place of the message, whatever it is. */
  setReply(messageId: string, reply: unknown): void;
  replyOf(message: gmail_v1.Schema$Message): gmail_v1.Schema$Message;
  label(
    messageId: string,
    change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  ): void;
  removeThread(threadId: string): void;
  /** Newest first, each with the history id of its last change. */
  threads(): readonly {
    readonly id: string;
    readonly historyId: string;
    readonly messages: readonly StoredMessage[];
  }[];
}

export function createFakeMailbox(now: () => number): FakeMailbox {
  const messages = new Map<string, StoredMessage>();
  const history: (gmail_v1.Schema$History & { id: string })[] = [];
  const files = new Map<string, string>();
  const replies = new Map<string, unknown>();
  let counter = 1_000;
  const record = (entry: gmail_v1.Schema$History) => {
    counter += 7;
    history.push({ ...entry, id: String(counter) });
    return String(counter);
  };
  const named = ({ id, threadId, labelIds }: StoredMessage) => ({ message: { id, threadId, labelIds } });
  const inThread = (threadId: string) =>
    [...messages.values()].filter((message) => message.threadId === threadId);
  return {
    messages,
    history,
    file: (attachmentId) => files.get(attachmentId),
    historyId: () => String(counter),
    receive: (mail, threadId) => {
      const id = `18c${(messages.size + history.length + 1).toString(16).padStart(13, "0")}`;
      const message: StoredMessage = {
        id,
        threadId: threadId ?? id,
        labelIds: [...(mail.labelIds ?? ["INBOX", "UNREAD"])],
        internalDate: String(now()),
        snippet: mail.text?.slice(0, 40) ?? "",
        sizeEstimate: 2_048,
        payload: payloadOf(mail, (content) => {
          const attachmentId = `ANGjdJ${files.size}_${"x".repeat(40)}`;
          files.set(attachmentId, toBase64Url(content));
          return attachmentId;
        }),
      };
      messages.set(id, message);
      message.historyId = record({ messagesAdded: [named(message)] });
      return id;
    },
    change: (messageId, fields) => {
      const message = messages.get(messageId);
      if (message) messages.set(messageId, { ...message, ...fields } as StoredMessage);
    },
    setReply: (messageId, reply) => {
      replies.set(messageId, reply);
    },
    replyOf: (message) => (replies.get(message.id ?? "") ?? message) as gmail_v1.Schema$Message,
    label: (messageId, { add = [], remove = [] }) => {
      const message = messages.get(messageId);
      if (!message) return;
      message.labelIds = [...message.labelIds.filter((id) => !remove.includes(id)), ...add];
      if (add.length > 0)
        message.historyId = record({ labelsAdded: [{ ...named(message), labelIds: [...add] }] });
      if (remove.length > 0)
        message.historyId = record({ labelsRemoved: [{ ...named(message), labelIds: [...remove] }] });
    },
    removeThread: (threadId) => {
      for (const message of inThread(threadId)) {
        messages.delete(message.id);
        record({ messagesDeleted: [named(message)] });
      }
    },
    threads: () => {
      const ids = [...new Set([...messages.values()].map(({ threadId }) => threadId))];
      return ids
        .map((id) => {
          const inside = inThread(id);
          const historyId = String(Math.max(...inside.map((message) => Number(message.historyId))));
          return { id, historyId, messages: inside };
        })
        .sort((a, b) => Number(b.messages.at(-1)?.internalDate) - Number(a.messages.at(-1)?.internalDate));
    },
  };
}

/**
 * Gmail's structure of a mail: alternatives of the text, and attachments beside them. Every part has an id by its place,
 * a file name that may be empty, its own headers, and a body that is empty for containers.
 */
function payloadOf(mail: FakeMail, store: (content: Uint8Array) => string): gmail_v1.Schema$MessagePart {
  const { text, html, charset = "UTF-8", attachments = [] } = mail;
  const body = bodyOf([
    ...(text === undefined && mail.bytes === undefined
      ? []
      : [leaf("text/plain", { content: mail.bytes ?? text ?? "", charset })]),
    ...(html === undefined ? [] : [leaf("text/html", { content: html, charset: "UTF-8" })]),
  ]);
  const headers = [
    { name: "MIME-Version", value: "1.0" },
    { name: "Date", value: "Wed, 1 Jan 2025 00:00:00 +0000" },
    { name: "From", value: mail.from ?? "Ada Byron <ada@example.com>" },
    { name: "To", value: mail.to ?? "mira@example.com" },
    { name: "Subject", value: mail.subject },
  ];
  const files = attachments.map((file) => attached(file, store));
  const root = files.length === 0 ? body : container("multipart/mixed", [body, ...files]);
  return { ...numbered(root, ""), headers: [...headers, ...(root.headers ?? [])] };
}

function bodyOf(texts: readonly gmail_v1.Schema$MessagePart[]): gmail_v1.Schema$MessagePart {
  const [only] = texts;
  return texts.length === 1 && only ? only : container("multipart/alternative", texts);
}

function container(mimeType: string, parts: readonly gmail_v1.Schema$MessagePart[]) {
  const headers = [{ name: "Content-Type", value: `${mimeType}; boundary="000000000000f1"` }];
  return { mimeType, filename: "", headers, body: { size: 0 }, parts: [...parts] };
}

/** The transfer encoding is named, and undone. */
function leaf(
  mimeType: string,
  { content, charset }: { readonly content: string | Uint8Array; readonly charset: string },
): gmail_v1.Schema$MessagePart {
  const bytes = Buffer.from(content);
  return {
    ...{ mimeType, filename: "" },
    headers: [
      { name: "Content-Type", value: `${mimeType}; charset="${charset}"` },
      { name: "Content-Transfer-Encoding", value: "quoted-printable" },
    ],
    body: { size: bytes.length, data: toBase64Url(bytes) },
  };
}

function attached(
  { filename, mimeType, content, size, parts }: FakeAttachment,
  store: (content: Uint8Array) => string,
): gmail_v1.Schema$MessagePart {
  const bytes = Buffer.from(content);
  return {
    ...{ mimeType, filename },
    headers: [
      { name: "Content-Type", value: `${mimeType}; name="${filename}"` },
      { name: "Content-Disposition", value: `attachment; filename="${filename}"` },
      { name: "Content-Transfer-Encoding", value: "base64" },
      { name: "X-Attachment-Id", value: "f_m1" },
    ],
    body: { attachmentId: store(bytes), size: size ?? bytes.length },
    ...(parts && { parts: [...parts] }),
  };
}

/** Parts are numbered by their place: "", "0", "0.1". */
function numbered(part: gmail_v1.Schema$MessagePart, partId: string): gmail_v1.Schema$MessagePart {
  const parts = part.parts?.map((child, at) => numbered(child, partId === "" ? `${at}` : `${partId}.${at}`));
  return { ...part, partId, ...(parts && { parts }) };
}

/** With the padding that Gmail writes. */
function toBase64Url(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("base64url");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}
