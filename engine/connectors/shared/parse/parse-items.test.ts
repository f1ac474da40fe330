import { expect, test } from "vitest";
import { parseItems } from "./parse-items";

const read = (raw: unknown, around: number) =>
  typeof raw === "number" ? { updatedAt: raw } : raw === "undated" ? { updatedAt: around } : undefined;

test("parseItems() keeps the order and leaves out what says nothing", () => {
  expect(parseItems([9, null, 7], read)).toEqual([{ updatedAt: 9 }, { updatedAt: 7 }]);
});

test("parseItems() gives an item without a time that of the one before it", () => {
  expect(parseItems([9, "undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([9, 9, 7]);
});

test("parseItems() makes up no time for the first: as the newest of all it would begin every walk anew", () => {
  expect(parseItems(["undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([Number.NaN, 7]);
});
