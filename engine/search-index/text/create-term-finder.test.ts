import { expect, test } from "vitest";
import { createTermFinder } from "./create-term-finder";

test("createTermFinder() finds terms by their number, with their word positions and the length of the text", () => {
  const find = createTermFinder(["deploi", "fail"]);
  expect(find("Failed deploys: the deploying failed")).toEqual({
    terms: [1, 0, 0, 1],
    words: [0, 1, 3, 4],
    length: 5,
  });
  expect(find("")).toEqual({ terms: [], words: [], length: 0 });
});

test("createTermFinder() ignores stop words and reads texts without spaces by pairs", () => {
  expect(createTermFinder(["the", "東京"])("the 東京都")).toEqual({ terms: [1], words: [1], length: 4 });
});
