import { expect, test } from "vitest";
import { readEach } from "./read-each";

const read = (raw: unknown, around: number) =>
  typeof raw === "number" ? { updatedAt: raw } : raw === "undated" ? { updatedAt: around } : undefined;

test("readEach() keeps the order and leaves out what says nothing", () => {
  expect(readEach([9, null, 7], read)).toEqual([{ updatedAt: 9 }, { updatedAt: 7 }]);
});

test("readEach() gives an item without a time that of the one before it", () => {
  expect(readEach([9, "undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([9, 9, 7]);
});

test("readEach() makes up no time for the first: as the newest of all it would begin every walk anew", () => {
  expect(readEach(["undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([Number.NaN, 7]);
});
