import { describe, expect, it } from "vitest";
import type { Citation } from "../../../../engine/model/answer";
import { answerToMarkdown } from "./copy-button";

const CITATION: Citation = {
  n: 1,
  title: "RFC [draft]",
  url: "https://a.example/a(b)#:~:text=ships",
  quote: "ships",
  source: "Bookmarks",
  updatedAt: "2026-05-17T12:00:00.000Z",
  sourceId: "s1",
  itemId: "i1",
  start: 0,
  end: 5,
  passage: { text: "ships", highlights: [] },
};

describe("answerToMarkdown()", () => {
  it("lists the citations as links under the text", () => {
    expect(answerToMarkdown({ text: "It ships [1].", citations: [CITATION] })).toBe(
      "It ships [1].\n\n[1] [RFC \\[draft\\]](<https://a.example/a(b)#:~:text=ships>)\n",
    );
  });

  it("is the text alone without citations", () => {
    expect(answerToMarkdown({ text: "Nothing found.", citations: [] })).toBe("Nothing found.");
  });
});
