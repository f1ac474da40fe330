import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { parseBracket } from "./parse-bracket";

const { citationNumbers } = english.texts;
const parse = (text: string, ended = false) => parseBracket(text, { ended, citationNumbers });

test.each([
  ["[3]", [3]],
  ["【3】", [3]],
  ["【3†source】", [3]],
  ["[1, 2]", [1, 2]],
  ["[1; 2 and 4]", [1, 2, 4]],
  ["[1–3]", [1, 2, 3]],
  ["[[1]]", [1]],
  ["[^1]", [1]],
  ["[source 2]", [2]],
  ["[2, 2]", [2]],
  ["[3-1]", [3, 1]],
])("%s is a citation", (text, numbers) => {
  expect(parse(`${text} and more`)).toEqual({ kind: "citation", numbers, length: text.length });
});

test.each(["[2024]", "[a]", "[x1]", "[1 apple]", "[]", "【note】"])("%s is none", (text) => {
  expect(parse(`${text} and more`).kind).toBe("none");
});

test.each(["[", "[1", "[1,", "[label](http", "[label]"])("%s is unfinished until the text ends", (text) => {
  expect(parse(text).kind).toBe("unfinished");
  expect(parse(text, true).kind).toBe("none");
});
