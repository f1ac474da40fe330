import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitRanges, type TextRange } from "./split-ranges";

describe("splitRanges()", () => {
  it("merges overlapping ranges into one marked span", () => {
    expect(
      splitRanges("abcdef", [
        [3, 5],
        [1, 4],
      ]),
    ).toEqual([
      { start: 0, text: "a", marked: false },
      { start: 1, text: "bcde", marked: true },
      { start: 5, text: "f", marked: false },
    ]);
  });

  it("covers the text in order and marks exactly the positions inside a range", () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 25 }), fc.integer({ min: -3, max: 25 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(range, { maxLength: 5 }), (text, ranges) => {
        const spans = splitRanges(text, ranges as TextRange[]);
        expect(spans.map((span) => span.text).join("")).toBe(text);
        const marks = spans.flatMap((span) => [...span.text.split("")].map(() => span.marked));
        const inside = (at: number) => ranges.some(([start, end]) => at >= start && at < end);
        expect(marks).toEqual(text.split("").map((_, at) => inside(at)));
      }),
    );
  });
});
