import { expect, test } from "vitest";
import { ndcg, recall, reciprocalRank } from "./measure-ranking";

const grades = new Map([
  ["a", 3],
  ["b", 2],
  ["c", 1],
]);

test("ndcg() is 1 for the ideal order", () => {
  expect(ndcg(["a", "b", "c"], grades, 10)).toBeCloseTo(1);
});

test("ndcg() discounts a gain by its rank", () => {
  // (2/log2(2) + 0 + 3/log2(4)) / (3 + 2/log2(3) + 1/log2(4)) = 3.5 / 4.76186
  expect(ndcg(["b", "x", "a"], grades, 10)).toBeCloseTo(0.73501, 4);
});

test("ndcg() stops at the depth, in ranking and ideal order", () => {
  // 2/log2(2) over 3/log2(2)
  expect(ndcg(["b", "a"], grades, 1)).toBeCloseTo(2 / 3);
});

test("ndcg() of a query without relevant documents is 0", () => {
  expect(ndcg(["a"], new Map(), 10)).toBe(0);
});

test("recall() is the share of relevant documents within the depth", () => {
  expect(recall(["x", "c", "a"], grades, 2)).toBeCloseTo(1 / 3);
  expect(recall(["x", "c", "a"], grades, 3)).toBeCloseTo(2 / 3);
});

test("recall() does not count a document that is judged irrelevant", () => {
  expect(
    recall(
      ["a"],
      new Map([
        ["a", 0],
        ["b", 1],
      ]),
      10,
    ),
  ).toBe(0);
});

test("reciprocalRank() is one over the rank of the first relevant document", () => {
  expect(reciprocalRank(["x", "y", "b", "a"], grades, 10)).toBeCloseTo(1 / 3);
  expect(reciprocalRank(["x", "y", "b"], grades, 2)).toBe(0);
});
