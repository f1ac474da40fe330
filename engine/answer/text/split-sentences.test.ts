import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { splitSentences } from "./split-sentences";

function sentences(text: string): readonly string[] {
  return splitSentences(text, [0, text.length], english).map(([start, end]) => text.slice(start, end));
}

test("splitSentences() cuts prose into trimmed sentences", () => {
  expect(sentences(" It works. Does it? Yes!\n")).toEqual(["It works.", "Does it?", "Yes!"]);
});

test("splitSentences() joins wrapped lines", () => {
  expect(sentences("This sentence\ngoes on. The next\r\none too.")).toEqual([
    "This sentence\ngoes on.",
    "The next\r\none too.",
  ]);
});

test("splitSentences() does not stop at abbreviations, initials and item numbers", () => {
  expect(sentences("Use e.g. Redis. Ask Dr. Smith.")).toEqual(["Use e.g. Redis.", "Ask Dr. Smith."]);
  expect(sentences("1. Open the lid. 2. Close it.")).toEqual(["1. Open the lid.", "2. Close it."]);
});

test("splitSentences() does not stop after a German ordinal number", () => {
  expect(sentences("Das Fest ist am 11. März 2027. Die Kasse öffnet um 9.")).toEqual([
    "Das Fest ist am 11. März 2027.",
    "Die Kasse öffnet um 9.",
  ]);
  expect(sentences("Das Büro ist im 2. Obergeschoss. Der Aufzug steht.")).toEqual([
    "Das Büro ist im 2. Obergeschoss.",
    "Der Aufzug steht.",
  ]);
  expect(sentences("Vom 3. Jan. bis zum 5. Februar ist zu.")).toEqual([
    "Vom 3. Jan. bis zum 5. Februar ist zu.",
  ]);
  expect(sentences("We are 12. May we come in? Version 3.11. Oktober is a name.")).toEqual([
    "We are 12.",
    "May we come in?",
    "Version 3.11.",
    "Oktober is a name.",
  ]);
});

test("splitSentences() does not stop inside addresses and inline code", () => {
  const linked = "See [the store](https://example.com/items?Name=a. b) for more.";
  expect(sentences(`${linked} Next.`)).toEqual([linked, "Next."]);
  expect(sentences("Open https://example.com/a?B=1. Call `x. Y` twice.")).toEqual([
    "Open https://example.com/a?B=1.",
    "Call `x. Y` twice.",
  ]);
});

test("splitSentences() leaves the end of an emphasis with its sentence", () => {
  expect(sentences("**Careful.** It bites.")).toEqual(["**Careful.**", "It bites."]);
});

test("splitSentences() cuts text without full stops between words", () => {
  const cut = sentences("word ".repeat(300));
  expect(cut.length).toBeGreaterThan(3);
  for (const piece of cut) {
    expect(piece.length).toBeLessThanOrEqual(400);
    expect(piece).toMatch(/^word.*word$/);
  }
});

test("splitSentences() reads only the given stretch", () => {
  expect(splitSentences("One. Two. Three.", [5, 9], english)).toEqual([[5, 9]]);
});

test("splitSentences() returns ordered, disjoint stretches with every visible character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (text) => {
      const ranges = splitSentences(text, [0, text.length], english);
      let last = 0;
      let kept = "";
      for (const [start, end] of ranges) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        kept += text.slice(start, end);
      }
      expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});

test("splitSentences() leaves out a run of characters that is no word, and keeps what stands beside it", () => {
  const filler = "x".repeat(5_000);
  const text = `${filler} The key is under the mat. ${filler}`;
  expect(sentences(text)).toEqual(["The key is under the mat."]);
});
