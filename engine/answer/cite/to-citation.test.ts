import { expect, test } from "vitest";
import type { Document } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import { toCitation } from "./to-citation";

const CONTEXT = { sourceLabel: () => "Slack", readerUrl: "atlas:reader" };
const THREAD = documentFixture({
  text: "ada: When?\ngrace: On Monday.",
  author: "ada",
  parts: [
    { start: 0, end: 10, author: "ada" },
    { start: 11, end: 28, author: "grace" },
  ],
});

test("toCitation() has the author of the message, not of the thread", () => {
  expect(cite(THREAD, 18, 28).author).toBe("grace");
});

test("toCitation() has the document's author, and none where the source has none", () => {
  const { parts: _, ...whole } = THREAD;
  expect(cite(whole, 18, 28).author).toBe("ada");
  const { author: __, ...nobody } = whole;
  expect(cite(nobody, 18, 28)).not.toHaveProperty("author");
});

function cite(document: Document, start: number, end: number) {
  const chunk = { ordinal: 0, start: 0, end: document.text.length, headings: [] };
  const passage = { document, chunk, score: 1, keywordScore: 1 };
  return toCitation({ passage, start, end, markdown: document.text.slice(start, end) }, 1, CONTEXT);
}
