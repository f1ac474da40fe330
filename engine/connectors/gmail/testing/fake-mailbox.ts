import type { gmail_v1 } from "@googleapis/gmail";

/** A mail as a test writes it. */
export interface FakeMail {
  readonly from?: string;
  readonly to?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachment?: string;
  readonly labelIds?: readonly string[];
}

type StoredMessage = gmail_v1.Schema$Message & { id: string; threadId: string; labelIds: string[] };

/** A mailbox with its history. */
export interface FakeMailbox {
  readonly messages: ReadonlyMap<string, StoredMessage>;
  readonly history: readonly (gmail_v1.Schema$History & { readonly id: string })[];
  historyId(): string;
  /**
   * Adds a message to a conversation, or starts one; returns the message's id, which is also the id of a conversation
   * that it starts.
   */
  receive(mail: FakeMail, threadId?: string): string;
  change(messageId: string, fields: gmail_v1.Schema$Message): void;
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
        payload: payloadOf(mail),
      };
      messages.set(id, message);
      message.historyId = record({ messagesAdded: [named(message)] });
      return id;
    },
    change: (messageId, fields) => {
      const message = messages.get(messageId);
      if (message) messages.set(messageId, { ...message, ...fields } as StoredMessage);
    },
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

/** Gmail's structure of a mail: alternatives of the text, and attachments beside them. */
function payloadOf(mail: FakeMail): gmail_v1.Schema$MessagePart {
  const texts = [
    ...(mail.text === undefined ? [] : [leaf("text/plain", mail.text)]),
    ...(mail.html === undefined ? [] : [leaf("text/html", mail.html)]),
  ];
  const [only] = texts;
  const body: gmail_v1.Schema$MessagePart =
    texts.length === 1 && only ? only : { mimeType: "multipart/alternative", filename: "", parts: texts };
  const headers = [
    { name: "From", value: mail.from ?? "Ada Byron <ada@example.com>" },
    { name: "To", value: mail.to ?? "mira@example.com" },
    { name: "Subject", value: mail.subject },
  ];
  if (mail.attachment === undefined) return { ...body, headers: [...headers, ...(body.headers ?? [])] };
  const attached = {
    mimeType: "application/pdf",
    filename: mail.attachment,
    body: { attachmentId: "ANGjdJ", size: 9_000 },
  };
  return { mimeType: "multipart/mixed", filename: "", headers, parts: [body, attached] };
}

function leaf(mimeType: string, text: string): gmail_v1.Schema$MessagePart {
  const bytes = Buffer.from(text, "utf8");
  return {
    partId: "0",
    mimeType,
    filename: "",
    headers: [{ name: "Content-Type", value: `${mimeType}; charset="UTF-8"` }],
    body: { size: bytes.length, data: bytes.toString("base64url") },
  };
}
