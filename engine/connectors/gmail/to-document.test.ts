import type { gmail_v1 } from "@googleapis/gmail";
import { describe, expect, test, vi } from "vitest";
import { thread as threadSchema } from "./schema";
import { contentKey, toDocument } from "./to-document";

const context = { contentHash: "hash", mailbox: "mira@example.com", labels: [], files: new Map() };

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

function messagesOf(...messages: readonly gmail_v1.Schema$Message[]) {
  const { content } = toDocument(read(...messages), context);
  return content.kind === "thread" ? content.messages : [];
}

const textsOf = (...messages: readonly gmail_v1.Schema$Message[]) =>
  messagesOf(...messages).map(({ text }) => text);

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

  test("hands over both forms of a message, for the converter to choose", () => {
    const html = { mimeType: "text/html", body: { data: base64url("<p>As HTML</p>") } };
    const both = { mimeType: "multipart/alternative", parts: [plain("As text"), html] };
    expect(messagesOf(message("t1", both))).toMatchObject([{ text: "As text", html: "<p>As HTML</p>" }]);
    expect(messagesOf(message("t1", html))).toMatchObject([{ text: "", html: "<p>As HTML</p>" }]);
  });

  test("hands over attachments with their content, or why they have none", () => {
    const file = (filename: string, attachmentId: string) => ({
      ...{ filename, mimeType: "text/plain" },
      headers: [{ name: "Content-Type", value: "text/plain; charset=iso-2022-jp" }],
      body: { attachmentId, size: 3 },
    });
    const invitation = {
      mimeType: "text/calendar",
      filename: "",
      body: { data: base64url("BEGIN:VCALENDAR") },
    };
    const mixed = {
      mimeType: "multipart/mixed",
      parts: [
        { mimeType: "multipart/alternative", parts: [plain("See below."), invitation] },
        file("notes.txt", "a1"),
        file("more.txt", "a2"),
      ],
    };
    const files = new Map([
      ["a1", { data: base64url("abc") }],
      ["a2", { reason: "is larger than 10 MB" }],
    ]);
    const { content } = toDocument(read(message("t1", mixed)), { ...context, files });
    const type = "text/plain; charset=iso-2022-jp";
    expect(content).toMatchObject({
      messages: [
        {
          text: "See below.",
          attachments: [
            { name: "invitation.ics", mediaType: "text/calendar" },
            { name: "notes.txt", mediaType: type, bytes: new Uint8Array([97, 98, 99]) },
            { name: "more.txt", mediaType: type, reason: "is larger than 10 MB" },
          ],
        },
      ],
    });
  });

  test("reads a text that Gmail keeps as a file, and composes an attached mail that it has no file of", () => {
    const long = { mimeType: "text/plain", filename: "", body: { attachmentId: "a1", size: 3 } };
    const inner = { headers: [{ name: "From", value: "Yard <y@example.com>" }], ...plain("Paint dries.") };
    const mail = { mimeType: "message/rfc822", filename: "Paint.eml", body: { size: 0 }, parts: [inner] };
    const files = new Map([["a1", { data: base64url("Long text") }]]);
    const mixed = message("t1", { mimeType: "multipart/mixed", parts: [long, mail] });
    const { content } = toDocument(read(mixed), { ...context, files });
    const [read1] = content.kind === "thread" ? content.messages : [];
    expect(read1?.text).toBe("Long text");
    expect(read1?.attachments?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      [
        "Paint.eml",
        "From: Yard <y@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPaint dries.",
      ],
    ]);
  });

  test("has the person's labels above the messages, and the first as its place", () => {
    const labels = ["Clients/North", "Travel"];
    const document = toDocument(read(message("t1", plain("a"))), { ...context, labels });
    expect(document.container).toEqual(["Clients", "North"]);
    expect(document.content).toMatchObject({ heading: "Labels: Clients/North, Travel" });
  });

  test("decodes text by its charset", () => {
    const latin = {
      mimeType: "text/plain",
      headers: [{ name: "Content-Type", value: "text/plain; charset=iso-8859-1" }],
      body: { data: base64url("Grüße", "latin1") },
    };
    expect(textsOf(message("t1", latin), message("m2", plain("Grüße")))).toEqual(["Grüße", "Grüße"]);
  });

  test("decodes text by the charset it declares before UTF-8 is guessed", () => {
    const japanese = {
      mimeType: "text/plain",
      headers: [{ name: "Content-Type", value: 'text/plain; charset="ISO-2022-JP"' }],
      body: { data: base64url("\x1b$B2A3J\x1b(B") },
    };
    const mislabelled = {
      mimeType: "text/plain",
      headers: [{ name: "Content-Type", value: "text/plain; charset=iso-8859-1" }],
      body: { data: base64url("Grüße") },
    };
    expect(textsOf(message("t1", japanese), message("m2", mislabelled))).toEqual(["価格", "Grüße"]);
  });

  test("cuts nothing from a message", () => {
    const text = "New.\n\nOn 1 January 2025 Bo <bo@example.com> wrote:\n> Old.\n-- \nMira";
    expect(textsOf(message("t1", plain(text)), message("m2", plain(text)))).toEqual([text, text]);
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
    expect(contentKey(read(first, second), [])).not.toBe(contentKey(read(first), []));
    expect(contentKey(read(first, { ...second, labelIds: ["TRASH"] }), [])).toBe(contentKey(read(first), []));
  });

  test("changes with the person's labels", () => {
    expect(contentKey(read(first), ["Travel"])).not.toBe(contentKey(read(first), []));
  });

  test("stays the same when a message is starred", () => {
    expect(contentKey(read({ ...first, labelIds: ["INBOX", "STARRED"] }), [])).toBe(
      contentKey(read(first), []),
    );
  });

  test("reads a message of 30 MB only up to the length limit", () => {
    const decode = vi.spyOn(TextDecoder.prototype, "decode");
    const text = "größer und größer. ".repeat(1_500_000);
    const { content } = toDocument(read(message("m1", plain(text))), context);
    const messageText = content.kind === "thread" ? (content.messages[0]?.text ?? "") : "";
    expect(messageText.length).toBeGreaterThan(100_000);
    expect(messageText.length).toBeLessThanOrEqual(200_000);
    expect(messageText).not.toContain("Ã");
    expect(content.note).toBe(
      "Of a message, only the beginning is read: it is longer than 200,000 characters",
    );
    const decoded = decode.mock.calls.map(([bytes]) => bytes?.byteLength ?? 0);
    decode.mockRestore();
    expect(decoded.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(900_000);
  });
});
