import { expect, test } from "vitest";
import type { Document } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import { citedPassage } from "./cited-passage";

function cite(text: string, quote: string, format: Document["format"] = "markdown", from = 0) {
  const document = documentFixture({ text, format });
  const chunk = { ordinal: 0, start: from, end: text.length, headings: [] };
  const start = text.indexOf(quote);
  const passage = citedPassage({ document, chunk, score: 1, keywordScore: 1 }, [start, start + quote.length]);
  const cut = (ranges: readonly (readonly [number, number])[] = []) =>
    ranges.map(([first, last]) => passage.text.slice(first, last));
  return { text: passage.text, highlights: cut(passage.highlights), code: cut(passage.code) };
}

test("citedPassage() shows Markdown without its syntax and marks the quote", () => {
  const text =
    "#### When should I?\n\nUse `it` **now**. Then [rest](x), as\nlong as you like.\n\n- One\n- Two";
  expect(cite(text, "Then [rest](x), as\nlong as you like.")).toEqual({
    text: "When should I?\nUse it now. Then rest, as long as you like.\nOne\nTwo",
    highlights: ["Then rest, as long as you like."],
    code: [],
  });
});

test("citedPassage() keeps the lines of code and returns its ranges", () => {
  const text = "Do this:\n\n```js\nif (a) {\n  b();\n}\n```\n\nDone.";
  expect(cite(text, text.slice(0, -7))).toEqual({
    text: "Do this:\nif (a) {\n  b();\n}\nDone.",
    highlights: ["Do this:\nif (a) {\n  b();\n}"],
    code: ["if (a) {\n  b();\n}"],
  });
});

test("citedPassage() recognises that a passage begins inside code", () => {
  const text = "```js\nfirst();\n// # no heading\n```\n\nThe quote.";
  expect(cite(text, "The quote.", "markdown", text.indexOf("//"))).toEqual({
    text: "// # no heading\nThe quote.",
    highlights: ["The quote."],
    code: ["// # no heading"],
  });
});

test("citedPassage() shows the rows of a table with marks between their cells, and highlights one", () => {
  const text = "| Part | Interval |\n|---|---|\n| Filter | `200` h |\n| Anode | 12 months |";
  const row = "Filter | `200` h";
  const shown = { highlights: ["Filter · 200 h"], code: [] };
  expect(cite(text, row)).toEqual({ text: "Part · Interval\nFilter · 200 h\nAnode · 12 months", ...shown });
  expect(cite(text, row, "markdown", text.indexOf("| Filter"))).toEqual({
    text: "Part · Interval\nFilter · 200 h\nAnode · 12 months",
    ...shown,
  });
});

test("citedPassage() shows neither hidden remarks nor the syntax of notes, and highlights a field of front matter", () => {
  const text =
    '---\nowner: "[[Ida Ness|Ida]]"\ncrew: two\n---\n\nIt is ==new==. %%for now\n\nor not%% ^b1\n\nLast words.';
  const { text: shown, highlights } = cite(text, 'owner: "[[Ida Ness|Ida]]"');
  expect(highlights).toEqual(['owner: "Ida"']);
  expect(shown).toBe('owner: "Ida" crew: two\nIt is new.\nLast words.');
});

test("citedPassage() leaves plain text as it is, and marks source files as code", () => {
  expect(cite("A *b*.\nQuote.", "Quote.", "plain")).toEqual({
    text: "A *b*.\nQuote.",
    highlights: ["Quote."],
    code: [],
  });
  expect(cite("a();\nb();", "b();", "code").code).toEqual(["a();\nb();"]);
});

test("citedPassage() cuts what is far from the quote between words", () => {
  const text = `${"before ".repeat(200)}\n\nThe quote.\n\n${"after ".repeat(200)}`;
  const cited = cite(text, "The quote.");
  expect(cited.highlights).toEqual(["The quote."]);
  expect(cited.text.length).toBeLessThan(700);
  expect(cited.text).toMatch(/^before .* before\nThe quote\.\nafter .* after$/s);
});
