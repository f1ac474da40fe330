import { expect, test } from "vitest";
import { sharesOfBest } from "./shares-of-best";

test("sharesOfBest() gives the best 1 and the others their share", () => {
  expect(sharesOfBest([10, 4, 2])).toEqual([1, 0.4, 0.2]);
});

test("sharesOfBest() takes a negative similarity for none", () => {
  expect(sharesOfBest([0.5, -0.2])).toEqual([1, 0]);
});

test("sharesOfBest() of scores without a positive one are all 0", () => {
  expect(sharesOfBest([0, -1])).toEqual([0, 0]);
  expect(sharesOfBest([])).toEqual([]);
});
