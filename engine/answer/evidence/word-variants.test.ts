import { describe, expect, test } from "vitest";
import { supportOfVariants } from "./word-variants";

describe("supportOfVariants()", () => {
  test("finds a word as a part of a compound, in languages that write compounds as one word", () => {
    const german = { language: "de", nouns: [] } as const;
    expect(supportOfVariants("Frist", ["Die", "Lieferfrist", "endet"], german)).toBeGreaterThan(0.8);
    expect(supportOfVariants("Lieferung", ["Lieferungsfristen"], german)).toBeGreaterThan(0.8);
    expect(supportOfVariants("Schule", ["Schulhof"], german)).toBeGreaterThan(0.8);
    expect(supportOfVariants("Frist", ["Die", "Firma"], german)).toBe(0);
    expect(supportOfVariants("light", ["lighthouse"], { language: "en", nouns: [] })).toBe(0);
  });

  test("does not take a few letters for a part", () => {
    expect(supportOfVariants("Tag", ["Montagsrunde"], { language: "de", nouns: [] })).toBe(0);
    expect(supportOfVariants("Frist", ["Fristen"], { language: "de", nouns: [] })).toBe(0);
  });

  test("finds the noun of a phrasal verb", () => {
    const nouns = ["checkout"];
    expect(supportOfVariants("check", ["Checkout", "noon"], { language: "en", nouns })).toBeGreaterThan(0.9);
    expect(supportOfVariants("check", ["Check"], { language: "en", nouns })).toBe(0);
  });
});
