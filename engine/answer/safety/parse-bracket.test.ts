import { expect, test } from "vitest";
import { parseBracket } from "./parse-bracket";

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
  expect(parseBracket(`${text} and more`, false)).toEqual({ kind: "citation", numbers, length: text.length });
});

test.each(["[2024]", "[a]", "[x1]", "[1 apple]", "[]", "【note】"])("%s is none", (text) => {
  expect(parseBracket(`${text} and more`, false).kind).toBe("none");
});

test.each(["[", "[1", "[1,", "[label](http", "[label]"])("%s may become something with more text", (text) => {
  expect(parseBracket(text, false).kind).toBe("unfinished");
  expect(parseBracket(text, true).kind).toBe("none");
});
