import { expect, test } from "vitest";
import { parseItems } from "./parse-items";

const read = (raw: unknown, around: number) =>
  typeof raw === "number" ? { updatedAt: raw } : raw === "undated" ? { updatedAt: around } : undefined;

test("parseItems() keeps the order and omits items without content", () => {
  expect(parseItems([9, null, 7], read)).toEqual([{ updatedAt: 9 }, { updatedAt: 7 }]);
});

test("parseItems() gives an item without a time the time of the item before it", () => {
  expect(parseItems([9, "undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([9, 9, 7]);
});

test("parseItems() invents no time for the first item, as the newest item of all would restart every walk", () => {
  expect(parseItems(["undated", 7], read).map(({ updatedAt }) => updatedAt)).toEqual([Number.NaN, 7]);
});
