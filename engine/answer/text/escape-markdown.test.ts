import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { toPlainText } from "../../util/to-plain-text";
import { escapeMarkdown } from "./escape-markdown";

test.each([
  "Use <div> and *stars* and `ticks`.",
  "See [1] and [a link](https://example.com).",
  "snake_case and _underscores_ and __init__",
  "# not a heading",
  "- not an item",
  "1. not a list",
  "back\\slash and a_b_",
])("escapeMarkdown() keeps %j what it is", (words) => {
  const tree = fromMarkdown(escapeMarkdown(words));
  expect(tree.children.map(({ type }) => type)).toEqual(["paragraph"]);
  expect(toPlainText(escapeMarkdown(words))).toBe(words);
});

test("escapeMarkdown() leaves ordinary sentences alone", () => {
  const sentence = "It's 5 - 3 = 2, isn't it? (Yes: snake_case, too.)";
  expect(escapeMarkdown(sentence)).toBe(sentence);
});
