import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveNoteSyntax } from "./resolve-note-syntax";
import { withoutHiddenCharacters } from "./without-hidden-characters";

test.each([
  ["a link by its words", "from [[Suppliers|Aage's shop]] and [[ Parts ]]", "from Aage's shop and  Parts "],
  ["a link to a heading", "see [[Plan#Next year]] and [[#Costs]]", "see Plan > Next year and Costs"],
  ["a link to a block", "see [[Plan#^b1]]", "see Plan"],
  ["a link in a table", "| [[Suppliers\\|Aage]] |", "| Aage |"],
  ["marked words", "changed ==every [[Spring|spring]]==", "changed every spring"],
  ["no name of a block", "Changed in May. ^imp-1\n^list\nx", "Changed in May. \n\nx"],
  ["no hidden remark", "a %%to\n\ndo%% b", "a \n\n b"],
  ["no remark whose end is missing", "a\n%% to do\nb", "a\n\n"],
  ["no embedded file", "a ![[plan.pdf#page=4]] b", "a  b"],
  ["a callout by its title", "> [!warning]- Cold start\n> Preheat.", ">  Cold start\n> Preheat."],
  ["a callout by its kind", "> [!tip]\n> Preheat.", "> Tip\n> Preheat."],
  ["no number of a footnote", "Zinc[^1].\n\n[^1]: In March.", "Zinc.\n\n In March."],
])("resolveNoteSyntax() shows %s", (_, markdown, shown) => {
  expect(resolveNoteSyntax(markdown)).toHaveLength(markdown.length);
  expect(withoutHiddenCharacters(resolveNoteSyntax(markdown))).toBe(shown);
});

test.each([
  "`[[a]]` and ``==b==`` stay",
  "```js\na[[0]] == b == c ^x\n%% no remark\n```",
  "~~~\n[[a]]",
  "if a == b and b == c, then 100%% of 2 ^2",
  "![a](b.png) [!note] [[1,2],[3,4]]",
])("resolveNoteSyntax() leaves %j as it is", (markdown) => {
  expect(resolveNoteSyntax(markdown)).toBe(markdown);
});

test("resolveNoteSyntax() keeps length and line ends of any text", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("%%", "[[", "]]", "![[", "|", "#", "==", "^a", "> [!tip]", "`", "```", "\n", "[^1]:"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const resolved = resolveNoteSyntax(text);
      expect(resolved).toHaveLength(text.length);
      expect(resolved.split("\n").map(({ length }) => length)).toEqual(
        text.split("\n").map(({ length }) => length),
      );
    }),
  );
});

test.each(["[", "[[", "![[", "%%", "%", "==", "=", "^", "> [!", "`", "``` ", "[^", "\n%%", "> ", "[[a"])(
  "resolveNoteSyntax() reads 20,000 times %j",
  (repeated) => {
    expect(resolveNoteSyntax(`${repeated.repeat(20_000)}x`)).toHaveLength(20_000 * repeated.length + 1);
  },
);
