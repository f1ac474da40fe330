import { describe, expect, it } from "vitest";
import { splitCitations } from "./split-citations";

describe("splitCitations()", () => {
  it("splits at known markers, with the space before and the punctuation after", () => {
    expect(splitCitations("On Monday [1][2]. Then", new Set([1, 2]))).toEqual([
      { at: 0, text: "On Monday" },
      { at: 9, n: 1, before: "\u00a0", after: "" },
      { at: 13, n: 2, before: "\u2060", after: "." },
      { at: 17, text: " Then" },
    ]);
  });

  it("keeps a bracketed number that is no citation as text", () => {
    expect(splitCitations("items[0] and [7]", new Set([1]))).toEqual([{ at: 0, text: "items[0] and [7]" }]);
  });

  it("gives no spans for an empty text", () => {
    expect(splitCitations("", new Set([1]))).toEqual([]);
  });
});
