import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { toPlainText } from "../../util/to-plain-text";
import { escapeMarkdown, fenceCode } from "./escape-markdown";

test.each([
  "Use <div> and *stars* and `ticks`.",
  "See [1] and [a link](https://example.com).",
  "snake_case and _underscores_ and __init__",
  "# not a heading",
  "- not an item",
  "1. not a list",
  "back\\slash and a_b_",
])("escapeMarkdown() keeps %j plain text", (words) => {
  const tree = fromMarkdown(escapeMarkdown(words));
  expect(tree.children.map(({ type }) => type)).toEqual(["paragraph"]);
  expect(toPlainText(escapeMarkdown(words))).toBe(words);
});

test("escapeMarkdown() leaves ordinary sentences as they are", () => {
  const sentence = "It's 5 - 3 = 2, isn't it? (Yes: snake_case, too.)";
  expect(escapeMarkdown(sentence)).toBe(sentence);
});

test("fenceCode() names the language, if any", () => {
  expect(fenceCode("ls", "sh")).toBe("```sh\nls\n```");
  expect(fenceCode("ls")).toBe("```\nls\n```");
});

test("fenceCode() uses a longer fence than the code contains", () => {
  expect(fenceCode("```\nx\n```")).toBe("````\n```\nx\n```\n````");
});
