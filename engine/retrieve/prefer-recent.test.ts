import { expect, test } from "vitest";
import { documentFixture } from "../testing/fixtures";
import { DAY_MS } from "../util/durations";
import { preferRecent } from "./prefer-recent";

const year = 365 * DAY_MS;
const now = 10 * year;
const found = (documentId: number, score: number, updatedAt: number) => ({
  document: documentFixture({ documentId, updatedAt }),
  hits: [],
  score,
});
const order = (entries: ReturnType<typeof preferRecent>) =>
  entries.map(({ document }) => document.documentId);

test("preferRecent() puts the newer of two nearly equal documents first", () => {
  expect(order(preferRecent([found(1, 0.8, now - 4 * year), found(2, 0.79, now)], now))).toEqual([2, 1]);
});

test("preferRecent() leaves a clearly better old document first", () => {
  expect(order(preferRecent([found(1, 0.8, 0), found(2, 0.7, now)], now))).toEqual([1, 2]);
});

test("preferRecent() takes at most 3 percent off a score", () => {
  const [oldest] = preferRecent([found(1, 1, 0)], 1000 * year);
  expect(oldest!.score).toBeCloseTo(0.97);
});

test("preferRecent() takes a date in the future as now", () => {
  expect(preferRecent([found(1, 0.5, now + year)], now)[0]!.score).toBe(0.5);
});
