import fc from "fast-check";
import { expect, test } from "vitest";
import { toPlainText } from "./to-plain-text";

test.each([
  [
    "links",
    "See [the *docs*](https://example.com) and <https://x.example>.",
    "See the docs and https://x.example.",
  ],
  ["emphasis", "Some **bold**, _slanted_ and snake_case words", "Some bold, slanted and snake_case words"],
  ["inline code", "Run `a_b *c*` now", "Run a_b *c* now"],
  ["images and HTML tags", "![logo](x.png) Plain <b>words</b>", "Plain words"],
  ["entities and escapes", "a &amp; b \\* c", "a & b * c"],
  ["headings and list markers", "# Title\n\n- one\n- two", "Title\none\ntwo"],
  ["tables", "| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"],
  ["fenced code", "```js\nlet x;\n```", "let x;"],
  ["hard line breaks", "one  \ntwo", "one two"],
  ["line breaks in HTML", "| a |\n|---|\n| 3<br>4<br/>5 |\n\none<br />two", "a\n3 4 5\none two"],
  ["raised numbers", "5<sup>3</sup> and H<sub>2</sub>O", "5^3 and H2O"],
])("toPlainText() reduces %s to words", (_what, markdown, words) => {
  expect(toPlainText(markdown)).toBe(words);
});

test("toPlainText() does not change ordinary sentences", () => {
  const sentence = "It's done - at last (2 of 3), isn't it?";
  expect(toPlainText(sentence)).toBe(sentence);
});

test("toPlainText() converts all of a text longer than one piece", () => {
  const markdown = Array.from(
    { length: 2_000 },
    (_, n) => `Paragraph **${n}** with [a link](https://e.com/${n}).`,
  );
  const words = markdown.map((_, n) => `Paragraph ${n} with a link.`);
  expect(toPlainText(markdown.join("\n\n")).split("\n").filter(Boolean)).toEqual(words);
});

test.each([
  ">",
  "- ",
  "> - ",
  "1. ",
  "[",
  "*a ",
  "**a",
  "`a",
  "<",
  "![a](",
  "|a",
  "_a_ ",
  "a\n> ",
  "- a\n  ",
  " ",
  "\n",
  "# ",
])("toPlainText() converts all of 10,000 times %j", (repeated) => {
  expect(toPlainText(`${repeated.repeat(10_000)}x`)).toMatch(/x$/);
});

test("toPlainText() never throws", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(..."*_`[]()<>!|#-+> \n\t\\&;:~1.".split("")),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      (pieces) => typeof toPlainText(pieces.join("")) === "string",
    ),
  );
});
