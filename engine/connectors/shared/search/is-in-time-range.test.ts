import { expect, test } from "vitest";
import { isInTimeRange } from "./is-in-time-range";

const query = { text: "plan", limit: 5 };

test("isInTimeRange() accepts every time when the filter has none", () => {
  expect([-1, 0, Date.UTC(2100, 0)].every((time) => isInTimeRange(query, time))).toBe(true);
});

test("isInTimeRange() includes both ends", () => {
  const asked = { ...query, updatedAfter: 3, updatedBefore: 5 };
  expect([2, 3, 4, 5, 6].filter((time) => isInTimeRange(asked, time))).toEqual([3, 4, 5]);
});
