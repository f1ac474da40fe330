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

test("words of scripts without spaces are cut, and marks stay with their letters", () => {
  expect(wordsOf("会議室はどこ? React框架")).toEqual(["会議", "室", "は", "どこ", "React", "框架"]);
  expect(wordsOf("वार्षिक अवकाश कितने दिन का है?")).toEqual(["वार्षिक", "अवकाश", "कितने", "दिन", "का", "है"]);
  expect(countWords("ห้องประชุม")).toBe(2);
  expect(countWords("मौसम कैसा है")).toBe(3);
});
