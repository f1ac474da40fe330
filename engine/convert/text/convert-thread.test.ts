import { describe, expect, test } from "vitest";
import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { convert } from "../convert-document";
import { sourceText } from "../testing/source-file";

test("convert() converts a thread to Markdown with parts that have author, time and permalink", async () => {
  const messages = [
    { author: "Ann", sentAt: 1, text: "Shall we ship?\r\nToday?", url: "https://chat.example.com/1" },
    { author: "Carl", sentAt: 2, text: "  " },
    { author: "Bob", sentAt: 3, text: "Yes, `v2` is ready." },
  ];
  const document = { ...sourceText("text/plain", ""), content: { kind: "thread", messages } as const };
  const converted = await convert(document);
  expect(converted.format).toBe("markdown");
  const parts = converted.parts?.map(({ start, end, ...about }) => ({
    ...about,
    text: converted.text.slice(start, end),
  }));
  expect(parts).toEqual([
    {
      author: "Ann",
      sentAt: 1,
      url: "https://chat.example.com/1",
      text: "**Ann**:\n\nShall we ship?\nToday?",
    },
    { author: "Bob", sentAt: 3, text: "**Bob**:\n\nYes, `v2` is ready." },
  ]);
});

test("convert() skips a thread without words, and keeps the note of its content", async () => {
  const thread = (text: string) => ({
    ...sourceText("text/plain", ""),
    content: {
      kind: "thread",
      messages: [{ author: "Ann", sentAt: 1, text }],
      note: "2 messages are missing",
    } as const,
  });
  await expect(convert(thread(" "))).rejects.toMatchObject({
    code: "skip-item",
    message: '"Page" holds no text',
  });
  expect((await convert(thread("Hi"))).note).toBe("2 messages are missing");
});

const mailThread = (...messages: readonly Partial<ThreadMessage>[]): SourceDocument => ({
  ...sourceText("text/plain", ""),
  type: "mail",
  content: {
    kind: "thread",
    messages: messages.map((message, at) => ({
      ...{
        author: at % 2 === 0 ? "Ann" : "Bob",
        sentAt: at,
        text: "",
        url: `https://mail.example.com/${at}`,
      },
      ...message,
    })),
  },
});

describe("convert() of a conversation of mails", () => {
  const first = "Shall we meet at ten on the pier?\n\n-- \nAnn Lee\nPhone 030 555";
  const quote = (text: string) =>
    `On 3 May 2026 Ann Lee <ann@example.com> wrote:\n${text.replace(/^/gm, "> ")}`;

  test("leaves out what an earlier message says word for word, and the signature that it has", async () => {
    const reply = `Yes, at ten.\n\n-- \nBob\n\n${quote("Shall we meet at ten on\nthe pier?")}`;
    const again = "Good, see you there.\n\n-- \nAnn Lee\nPhone 030 555";
    const { text } = await convert(mailThread({ text: first }, { text: reply }, { text: again }));
    expect(text).toBe(
      `**Ann**:\n\n${first.replace("-- ", "--")}\n\n**Bob**:\n\nYes, at ten.\n\n--\nBob\n\n**Ann**:\n\nGood, see you there.`,
    );
  });

  test("keeps and marks a quotation that differs from the earlier messages in one word", async () => {
    const reply = `Yes.\n\n${quote("Shall we meet at eleven on the pier?")}`;
    const { text, parts } = await convert(mailThread({ text: first }, { text: reply }));
    expect(text).toContain(
      "**Bob**:\n\nYes.\n\nOn 3 May 2026 Ann Lee <ann@example.com> wrote:\n\n> Shall we meet at eleven",
    );
    expect(parts?.map(({ author, url }) => [author, url])).toEqual([
      ["Ann", "https://mail.example.com/0"],
      ["Bob", "https://mail.example.com/1"],
      ["Ann Lee", "https://mail.example.com/1"],
    ]);
  });

  test.each([
    "Two options:\n\nOption A is the red boat\n--\nOption B is the blue boat, which is cheaper by far.\n--\nTell me.",
    "From: Oslo\nTo: Bergen\nDate: 3 May 2026\n\nTwo seats by the window.",
    "Agenda\n______________________________\n1. Budget\n2. Crane",
    "Microsoft Teams meeting\nMeeting ID: 123 456\n________________________________\n\nAgenda: the crane",
    "Look.\n\n---------- Forwarded message ---------\nFrom: Cy <cy@example.com>\nDate: Friday\nTo: Mira\n\nThe words",
    "The point is:\n--\nNothing else matters to us in this matter, and we said so before.",
  ])("keeps every word of %j in a later message", async (text) => {
    const converted = await convert(mailThread({ text: first }, { text }));
    expect(converted.text).toContain(text.trim());
  });

  test("reads the HTML of a message, and converts its attachments below it", async () => {
    const csv = new TextEncoder().encode("rope,metres\nSheet,12");
    const { text, note } = await convert(
      mailThread({
        ...{
          text: "Please switch on HTML",
          html: "<p>The ropes that we need for the northern yard are below.</p>",
        },
        attachments: [
          { name: "ropes.csv", mediaType: "text/csv", bytes: csv },
          { name: "a.png", mediaType: "image/png", reason: "is an image" },
          { name: "plan.dwg", reason: "is larger than 10 MB" },
        ],
      }),
    );
    expect(text).toBe(
      "**Ann**:\n\nThe ropes that we need for the northern yard are below.\n\nAttachments: ropes.csv, a.png, plan.dwg\n\n" +
        "## Attachment: ropes.csv\n\nrope: Sheet\nmetres: 12",
    );
    expect(note).toBe('1 picture is not read; attachment "plan.dwg" is larger than 10 MB');
  });

  test("keeps what a plain text has in angle brackets", async () => {
    const { text } = await convert(mailThread({ text: "A Map<String> of <ann@example.com>, 5*3*2" }));
    expect(text).toBe("**Ann**:\n\nA Map\\<String> of <ann@example.com>, 5\\*3\\*2");
  });

  test("has the heading of a conversation above its messages", async () => {
    const document = mailThread({ text: "Yes" });
    const content = { ...document.content, heading: "Labels: Travel" } as SourceDocument["content"];
    expect((await convert({ ...document, content })).text).toBe("Labels: Travel\n\n**Ann**:\n\nYes");
  });
});
