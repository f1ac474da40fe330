import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextRange } from "../../../ui/split-ranges";
import { excerptAround } from "./excerpt-around";

describe("excerptAround()", () => {
  it("keeps a short passage whole", () => {
    const passage = { text: "It ships on Monday.", ranges: [[3, 18]] as TextRange[], code: [] };
    expect(excerptAround(passage, 40)).toBe(passage);
  });

  it("cuts at spaces around the first highlight, and shifts the ranges", () => {
    const text = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda";
    const excerpt = excerptAround({ text, ranges: [[23, 30]], code: [[17, 22]] }, 28);
    expect(excerpt).toEqual({ text: "… delta epsilon zeta eta …", ranges: [[8, 15]], code: [[2, 7]] });
  });

  it("starts at the beginning without a highlight", () => {
    expect(excerptAround({ text: "one two three four", ranges: [], code: [] }, 9).text).toBe("one two …");
  });

  it("keeps the first highlight whole, for any passage", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(40), fc.integer({ min: 1, max: 80 }), (all, at, length, limit) => {
        const text = all.join(" ");
        const start = at % text.length;
        const end = Math.min(text.length, start + length + 1);
        const excerpt = excerptAround({ text, ranges: [[start, end]], code: [] }, limit);
        const [from, to] = excerpt.ranges[0]!;
        expect(excerpt.text.slice(from, to)).toBe(text.slice(start, end));
        expect(excerpt.text.length).toBeLessThanOrEqual(Math.max(limit, end - start) * 2 + 4);
      }),
    );
  });
});
