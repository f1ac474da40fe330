import { describe, expect, it } from "vitest";
import { splitCitations } from "./split-citations";

describe("splitCitations()", () => {
  it("cuts out known markers, also when they touch", () => {
    expect(splitCitations("On Monday [1][2].", new Set([1, 2]))).toEqual([
      { at: 0, text: "On Monday " },
      { at: 10, n: 1 },
      { at: 13, n: 2 },
      { at: 16, text: "." },
    ]);
  });

  it("leaves a number in brackets that is no citation as text", () => {
    expect(splitCitations("items[0] and [7]", new Set([1]))).toEqual([{ at: 0, text: "items[0] and [7]" }]);
  });

  it("gives nothing for no text", () => {
    expect(splitCitations("", new Set([1]))).toEqual([]);
  });
});
