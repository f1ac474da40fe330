import { expect, test } from "vitest";
import { findCycles } from "./find-cycles";

const edges = (...pairs: string[]) => pairs.map((pair) => ({ file: pair.charAt(0), target: pair.charAt(1) }));

test("findCycles() finds nothing where imports lead one way", () => {
  expect(findCycles(edges("ab", "ac", "bd", "cd"))).toEqual([]);
});

test("findCycles() finds every group of files that import each other", () => {
  const cycles = findCycles(edges("ab", "bc", "ca", "cd", "de", "ed", "ff"));
  expect(cycles.map((members) => [...members].sort())).toEqual([["d", "e"], ["a", "b", "c"], ["f"]]);
});
