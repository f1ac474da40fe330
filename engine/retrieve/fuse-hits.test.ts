import { expect, test } from "vitest";
import { fuseHits, normaliseByMax } from "./fuse-hits";

const weights = { keyword: 0.7, vector: 0.3 };
const hit = (documentId: number, score: number, ordinal = 0) => ({ documentId, ordinal, score });

test("fuseHits() adds the weighted scores of a chunk that both scans found", () => {
  const fused = fuseHits([hit(1, 8), hit(2, 6), hit(3, 4)], [hit(2, 0.9), hit(1, 0.5), hit(4, 0.1)], weights);
  expect(fused.map(({ documentId }) => documentId)).toEqual([1, 2, 3, 4]);
  expect(fused[0]).toEqual({ ...hit(1, fused[0]!.score), keywordScore: 8, vectorScore: 0.5 });
  expect(fused[0]!.score).toBeCloseTo(0.7 + 0.3 * (0.5 / 0.9));
  expect(fused[1]!.score).toBeCloseTo(0.7 * 0.75 + 0.3);
});

test("fuseHits() gives no vector score to a chunk that only the keyword scan found", () => {
  const [found] = fuseHits([hit(1, 8)], [], weights);
  expect(found).toEqual({ ...hit(1, 0.7), keywordScore: 8 });
});

test("fuseHits() gives keyword score 0 to a chunk that only the vector scan found", () => {
  const [found] = fuseHits([], [hit(7, 0.4, 2)], weights);
  expect(found).toEqual({ ...hit(7, 0.3, 2), keywordScore: 0, vectorScore: 0.4 });
});

test("fuseHits() orders equal scores by document and chunk", () => {
  const fused = fuseHits([hit(9, 1), hit(2, 1, 1), hit(2, 1, 0)], [], weights);
  expect(fused.map(({ documentId, ordinal }) => [documentId, ordinal])).toEqual([
    [2, 0],
    [2, 1],
    [9, 0],
  ]);
});

test("normaliseByMax() divides by the best score", () => {
  expect(normaliseByMax([10, 4, 2])).toEqual([1, 0.4, 0.2]);
});

test("normaliseByMax() gives a negative score 0", () => {
  expect(normaliseByMax([0.5, -0.2])).toEqual([1, 0]);
});

test("normaliseByMax() of scores without a positive one are all 0", () => {
  expect(normaliseByMax([0, -1])).toEqual([0, 0]);
  expect(normaliseByMax([])).toEqual([]);
});
