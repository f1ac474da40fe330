import { expect, test } from "vitest";
import { normaliseByMax } from "./normalise-by-max";

test("normaliseByMax() gives the best 1 and the others their share", () => {
  expect(normaliseByMax([10, 4, 2])).toEqual([1, 0.4, 0.2]);
});

test("normaliseByMax() takes a negative similarity for none", () => {
  expect(normaliseByMax([0.5, -0.2])).toEqual([1, 0]);
});

test("normaliseByMax() of scores without a positive one are all 0", () => {
  expect(normaliseByMax([0, -1])).toEqual([0, 0]);
  expect(normaliseByMax([])).toEqual([]);
});
