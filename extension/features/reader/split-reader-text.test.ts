import { describe, expect, it } from "vitest";
import { splitReaderText } from "./split-reader-text";

const TEXT = "first page. second page. third page.";

describe("splitReaderText()", () => {
  it("marks the passage, also across a page start", () => {
    const spans = splitReaderText(TEXT, { window: [0, TEXT.length], passage: [6, 18], pages: [0, 12, 25] });
    expect(spans).toEqual([
      { kind: "page", at: 0, page: 1 },
      { kind: "text", at: 0, text: "first ", marked: false },
      { kind: "text", at: 6, text: "page. ", marked: true },
      { kind: "page", at: 12, page: 2 },
      { kind: "text", at: 12, text: "second", marked: true },
      { kind: "text", at: 18, text: " page. ", marked: false },
      { kind: "page", at: 25, page: 3 },
      { kind: "text", at: 25, text: "third page.", marked: false },
    ]);
  });

  it("stays inside the window", () => {
    const spans = splitReaderText(TEXT, { window: [13, 20], passage: [0, 15], pages: [0, 12, 25] });
    expect(spans).toEqual([
      { kind: "text", at: 13, text: "ec", marked: true },
      { kind: "text", at: 15, text: "ond p", marked: false },
    ]);
  });

  it("keeps empty pages", () => {
    const spans = splitReaderText("ab", { window: [0, 2], passage: [0, 0], pages: [0, 1, 1] });
    expect(spans.map((span) => (span.kind === "page" ? span.page : span.text))).toEqual([1, "a", 2, 3, "b"]);
  });
});
