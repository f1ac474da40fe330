import type { gmail_v1 } from "@googleapis/gmail";
import { describe, expect, test, vi } from "vitest";
import { thread as threadSchema } from "./schema";
import { contentKey, toDocument } from "./to-document";

const context = { contentHash: "hash", mailbox: "mira@example.com" };

const base64url = (text: string, encoding: BufferEncoding = "utf8") =>
  Buffer.from(text, encoding).toString("base64url");

function message(
  id: string,
  payload: gmail_v1.Schema$MessagePart,
  fields: gmail_v1.Schema$Message = {},
): gmail_v1.Schema$Message {
  const headers = [
    { name: "From", value: '"Byron, Ada" <ada@example.com>' },
    { name: "To", value: "Mira <mira@example.com>, team@example.com" },
    { name: "Subject", value: "=?utf-8?Q?Caf=C3=A9?= plan" },
  ];
  return {
    id,
    threadId: "t1",
    internalDate: "1735689600000",
    labelIds: ["INBOX"],
    payload: { ...payload, headers: [...headers, ...(payload.headers ?? [])] },
    ...fields,
  };
}

const plain = (text: string): gmail_v1.Schema$MessagePart => ({
  mimeType: "text/plain",
  body: { data: base64url(text) },
});

function read(...messages: readonly gmail_v1.Schema$Message[]) {
  const reply = { id: "t1", historyId: "77", messages: [...messages] } satisfies gmail_v1.Schema$Thread;
  return threadSchema.parse(reply);
}

function textsOf(...messages: readonly gmail_v1.Schema$Message[]): readonly string[] {
  const { content } = toDocument(read(...messages), context);
  return content.kind === "thread" ? content.messages.map(({ text }) => text) : [];
}

describe("toDocument()", () => {
  test("makes one document of a conversation, with a link for each message", () => {
    const later = message("m2", plain("Agreed."), { internalDate: "1735776000000" });
    const document = toDocument(read(message("t1", plain("Shall we?")), later), context);
    expect(document).toEqual({
      id: "t1",
      type: "mail",
      title: "Café plan",
      url: "https://mail.google.com/mail/u/?authuser=mira%40example.com#all/t1",
      version: "77",
      author: "Byron, Ada",
      people: ["Byron, Ada", "Mira", "team@example.com"],
      createdAt: Date.UTC(2025, 0, 1),
      updatedAt: Date.UTC(2025, 0, 2),
      contentHash: "hash",
      content: {
        kind: "thread",
        messages: [
          {
            author: "Byron, Ada",
            sentAt: Date.UTC(2025, 0, 1),
            text: "Shall we?",
            url: "https://mail.google.com/mail/u/?authuser=mira%40example.com#all/t1",
          },
          {
            author: "Byron, Ada",
            sentAt: Date.UTC(2025, 0, 2),
            text: "Agreed.",
            url: "https://mail.google.com/mail/u/?authuser=mira%40example.com#all/m2",
          },
        ],
      },
    });
  });

  test("uses the plain text of a message that has both forms", () => {
    const html = { mimeType: "text/html", body: { data: base64url("<p>As HTML</p>") } };
    const both = { mimeType: "multipart/alternative", parts: [plain("As text"), html] };
    expect(textsOf(message("t1", both))).toEqual(["As text"]);
  });

  test("uses the text of the HTML when there is no plain text", () => {
    const html = { mimeType: "text/html", body: { data: base64url("<p>One</p><p>Two</p>") } };
    expect(textsOf(message("t1", html))).toEqual(["One\n\nTwo"]);
  });

  test("lists attachments, and does not use them as the text", () => {
    const notes = { mimeType: "text/plain", filename: "notes.txt", body: { attachmentId: "a1" } };
    const mixed = { mimeType: "multipart/mixed", parts: [plain("See below."), notes] };
    expect(textsOf(message("t1", mixed))).toEqual(["See below.\n\nAttachments: notes.txt"]);
  });

  test("decodes text by its charset", () => {
    const latin = {
      mimeType: "text/plain",
      headers: [{ name: "Content-Type", value: "text/plain; charset=iso-8859-1" }],
      body: { data: base64url("Grüße", "latin1") },
    };
    expect(textsOf(message("t1", latin), message("m2", plain("Grüße")))).toEqual(["Grüße", "Grüße"]);
  });

  test("removes what a reply quotes, and keeps what the first message quotes", () => {
    const text = "New words.\n\nOn 1 January 2025 Bo <bo@example.com> wrote:\n> Old words.";
    expect(textsOf(message("t1", plain(text)), message("m2", plain(text)))).toEqual([text, "New words."]);
  });

  test("leaves out drafts and trashed messages", () => {
    const draft = message("m2", plain("Unfinish"), { labelIds: ["DRAFT"] });
    const binned = message("m3", plain("Sorry"), { labelIds: ["TRASH"] });
    expect(textsOf(message("t1", plain("Kept")), draft, binned)).toEqual(["Kept"]);
  });
});

describe("contentKey()", () => {
  const first = message("t1", plain("One"));
  const second = message("m2", plain("Two"));

  test("changes when a message is added or deleted", () => {
    expect(contentKey(read(first, second))).not.toBe(contentKey(read(first)));
    expect(contentKey(read(first, { ...second, labelIds: ["TRASH"] }))).toBe(contentKey(read(first)));
  });

  test("stays the same when a message is starred", () => {
    expect(contentKey(read({ ...first, labelIds: ["INBOX", "STARRED"] }))).toBe(contentKey(read(first)));
  });

  test("reads a message of 30 MB only up to the length limit", () => {
    const decode = vi.spyOn(TextDecoder.prototype, "decode");
    const text = "größer und größer. ".repeat(1_500_000);
    const { content } = toDocument(read(message("m1", plain(text))), context);
    const messageText = content.kind === "thread" ? (content.messages[0]?.text ?? "") : "";
    expect(messageText.length).toBeGreaterThan(100_000);
    expect(messageText.length).toBeLessThanOrEqual(200_000);
    expect(messageText).not.toContain("Ã");
    const decoded = decode.mock.calls.map(([bytes]) => bytes?.byteLength ?? 0);
    decode.mockRestore();
    expect(decoded.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(900_000);
  });
});
