import { expect, test } from "vitest";
import type { ImageLine, ImageText } from "../../model/image-text";
import { sourceDocumentFixture } from "../../testing/fixtures";
import { convert } from "../convert-document";

const line = (text: string, confidence = 0.95): ImageLine =>
  text.split(" ").map((word) => ({ text: word, confidence }));
const read = (...paragraphs: ImageText) =>
  convert(sourceDocumentFixture({ fileName: "shelf.png", content: { kind: "image", text: paragraphs } }));

test("convertImage() keeps lines, and a blank line between paragraphs", async () => {
  expect(await read([line("Crane maintenance")], [line("Seals are in"), line("locker 27B.")])).toEqual({
    text: "Crane maintenance\n\nSeals are in\nlocker 27B.",
    format: "plain",
  });
});

test("convertImage() leaves out unreadable lines, and counts them", async () => {
  const { text, note } = await read([line("Seals are in locker 27B."), line("KpaH 0CMaTpuBalOT", 0.42)]);
  expect(text).toBe("Seals are in locker 27B.");
  expect(note).toBe("1 line could not be read");
});

test("convertImage() keeps a doubtful number in a readable line, and drops a doubtful rule", async () => {
  const row = [
    ...line("Brake pad"),
    { text: "||", confidence: 0 },
    { text: "6", confidence: 0 },
    ...line("31A"),
  ];
  expect((await read([row])).text).toBe("Brake pad 6 31A");
});

test("convertImage() notes low confidence where letters may be wrong", async () => {
  expect((await read([line("Frau Mdiller offnet", 0.84)])).note).toContain("hard to read");
  expect((await read([line("Grease the ring", 0.93)])).note).toBeUndefined();
});

test("convertImage() recognises misread bullets, and keeps signs inside a line", async () => {
  const doubtful = [{ text: "+", confidence: 0.2 }, ...line("Call the officer")];
  expect((await read([line("« Grease the ring"), doubtful, line("2 + 2 © 2026")])).text).toBe(
    "• Grease the ring\n• Call the officer\n2 + 2 © 2026",
  );
});

test("convertImage() names a picture without text, and the remedy", async () => {
  for (const image of [[], [[line("~ .", 0.9)]], [[line("oe", 0.9)]]]) {
    await expect(read(...image)).rejects.toMatchObject({
      code: "skip-item",
      message: expect.stringMatching(/^"shelf\.png" shows no text that Atlas can read; .*sharper/),
    });
  }
});

test("convertImage() rejects unknown scripts, and names the remedy", async () => {
  const cyrillic = [line("KpaH ocMaTpuBaloT KakAblh", 0.42), line("YMIOTHEHNSA XpaHATCA", 0.5)];
  const korean = [line("27", 0.96), line("of", 0.88), line("EENSR IENNLE", 0.2)];
  for (const image of [cyrillic, korean])
    await expect(read(image)).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringMatching(/^Cannot read the text in "shelf\.png" well enough: .*Latin letters/),
    });
});
