import { expect, test } from "vitest";
import { normaliseScores } from "./normalise-scores";

test("normaliseScores() spreads scores over 0 to 1", () => {
  expect(normaliseScores([10, 4, 2])).toEqual([1, 0.25, 0]);
});

test("normaliseScores() gives 1 to scores that are all equal", () => {
  expect(normaliseScores([3, 3])).toEqual([1, 1]);
  expect(normaliseScores([-0.5])).toEqual([1]);
});

test("normaliseScores() of nothing is nothing", () => {
  expect(normaliseScores([])).toEqual([]);
});
