import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { dotProduct } from "../util/dot-product";
import { createVoyIndex } from "./create-voy-index";
import { loadVoy, type VoyEngine } from "./load-voy";

const DIMENSIONS = 8;
let engine: VoyEngine;

const path = new URL("../../node_modules/voy-search/voy_search_bg.wasm", import.meta.url);

beforeAll(async () => {
  engine = await loadVoy(new Uint8Array(readFileSync(path)));
});

function normalise(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
const vectors = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((values) => values.some((value) => value !== 0))
  .map(normalise);
const axis = (position: number) =>
  normalise(Array.from({ length: DIMENSIONS }, (_, at) => (at === position ? 1 : 0)));

test("search() finds the same as comparing every vector", () => {
  fc.assert(
    fc.property(fc.array(vectors, { minLength: 1, maxLength: 60 }), vectors, (stored, query) => {
      const index = createVoyIndex(engine, stored);
      const scores = index.search(query, 5).map(({ score }) => score);
      index.free();
      const exact = stored.map((vector) => dotProduct(query, vector)).sort((a, b) => b - a);
      expect(scores).toHaveLength(Math.min(5, stored.length));
      for (const [rank, score] of scores.entries()) expect(score).toBeCloseTo(exact[rank]!, 4);
    }),
    { numRuns: 50 },
  );
});

test("search() finds each of 100 identical vectors, more than voy can store", () => {
  const index = createVoyIndex(
    engine,
    Array.from({ length: 100 }, () => axis(0)),
  );
  expect(index.search(axis(0), 100).map(({ position }) => position)).toEqual([...Array(100).keys()]);
});

test("search() leaves zero vectors out", () => {
  const index = createVoyIndex(engine, [new Float32Array(DIMENSIONS), axis(1)]);
  expect(index.search(axis(1), 5)).toEqual([{ position: 1, score: 1 }]);
});

test("search() of an empty index finds nothing", () => {
  expect(createVoyIndex(engine, []).search(axis(0), 5)).toEqual([]);
});

test("search() answers when the vectors make voy trap", () => {
  // More than 32 distinct vectors that agree on an axis are what voy cannot store.
  const stored = Array.from({ length: 60 }, (_, at) => normalise([0, 1, at / 60, 0, 0, 0, 0, at % 2]));
  const consoleError = vi.spyOn(console, "error").mockImplementation(() => {});
  const index = createVoyIndex(engine, stored);
  const best = index.search(stored[7]!, 1);
  expect(consoleError).toHaveBeenCalled();
  consoleError.mockRestore();
  expect(best[0]!.position).toBe(7);
});

test("search() rebuilds after another index broke the engine", () => {
  const index = createVoyIndex(engine, [axis(0), axis(1)]);
  expect(index.search(axis(1), 1)[0]!.position).toBe(1);
  engine.restart();
  expect(index.search(axis(1), 1)[0]!.position).toBe(1);
  expect(() => index.free()).not.toThrow();
});

test("indexes of two engines answer in turn, also when one of them is restarted", async () => {
  const other = await loadVoy(new Uint8Array(readFileSync(path)));
  const create = vi.spyOn(other, "create");
  const ours = createVoyIndex(engine, [axis(0), axis(1), axis(2)]);
  const theirs = createVoyIndex(other, [axis(5), axis(4), axis(3), axis(2)]);
  const bestOf = (index: typeof ours, at: number) => index.search(axis(at), 1)[0];
  for (let round = 0; round < 3; round++) {
    expect(bestOf(ours, 2)).toEqual({ position: 2, score: 1 });
    expect(bestOf(theirs, 2)).toEqual({ position: 3, score: 1 });
  }
  expect(create).toHaveBeenCalledTimes(1);
  engine.restart();
  expect(bestOf(theirs, 4)).toEqual({ position: 1, score: 1 });
  expect(bestOf(ours, 1)).toEqual({ position: 1, score: 1 });
  expect(create).toHaveBeenCalledTimes(1);
  ours.free();
  theirs.free();
  expect(createVoyIndex(engine, [axis(6)]).search(axis(6), 1)).toEqual([{ position: 0, score: 1 }]);
});
