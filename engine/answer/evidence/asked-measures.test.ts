import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import { askedMeasures, coversMeasure } from "./asked-measures";

const QUESTION = "What does a mooring for 14 m cost?";
const words = QUESTION.split(/[ ?]/).map((word) => ({ word }));

const factsOf = (text: string) => english.texts.extractFacts(text).facts;

describe("askedMeasures()", () => {
  test("finds the amount that a question names, and the word with its number", () => {
    expect(askedMeasures(QUESTION, words, factsOf(QUESTION))).toMatchObject([
      { fact: { value: "14", unit: "m" }, word: 5 },
    ]);
  });

  test("finds none in a question without an amount", () => {
    expect(askedMeasures("Who is in room 14?", [{ word: "14" }], factsOf("Who is in room 14?"))).toEqual([]);
  });
});

describe("coversMeasure()", () => {
  const [measure] = askedMeasures(QUESTION, words, factsOf(QUESTION));
  const covers = (text: string) =>
    coversMeasure({ text, facts: factsOf(text) }, measure!, english.texts.limits);

  test.each([
    "A mooring for 14 m costs 30 EUR.",
    "Moorings up to 15 m cost 30 EUR.",
    "Moorings over 12 m cost 30 EUR.",
    "Moorings of 10–16 m cost 30 EUR.",
    "Moorings of 12 m or more cost 30 EUR.",
  ])("holds for %j", (text) => expect(covers(text)).toBe(true));

  test.each([
    "A mooring up to 8 m costs 18 EUR.",
    "A mooring over 20 m costs 60 EUR.",
    "A mooring for 12 m costs 25 EUR.",
    "Moorings of 6–10 m cost 20 EUR.",
  ])("does not hold for %j", (text) => expect(covers(text)).toBe(false));

  test("is open for a statement without such an amount", () => {
    expect(covers("A mooring costs 30 EUR a night.")).toBeUndefined();
  });
});
