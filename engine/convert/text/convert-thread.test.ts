import { expect, test } from "vitest";
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
