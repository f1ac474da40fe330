import { expect, test } from "vitest";
import { alphanumericRuns, countWords, wordsOf } from "./words";

test("wordsOf() keeps apostrophes, hyphens and underscores inside words", () => {
  expect(wordsOf("Don’t re-run snake_case, (naïve) 42!")).toEqual([
    "Don’t",
    "re-run",
    "snake_case",
    "naïve",
    "42",
  ]);
});

test("alphanumericRuns() splits at every mark, and countWords() counts the runs", () => {
  expect(alphanumericRuns("Don't re-run v1.2")).toEqual(["Don", "t", "re", "run", "v1", "2"]);
  expect(countWords("Don't re-run v1.2")).toBe(6);
  expect(countWords(" ?! ")).toBe(0);
});
