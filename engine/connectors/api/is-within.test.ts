import { expect, test } from "vitest";
import { isWithin } from "./is-within";

const query = { text: "plan", limit: 5 };

test("isWithin() takes everything where no time is asked about", () => {
  expect([-1, 0, Date.UTC(2100, 0)].every((time) => isWithin(query, time))).toBe(true);
});

test("isWithin() takes both ends and what lies between", () => {
  const asked = { ...query, updatedAfter: 3, updatedBefore: 5 };
  expect([2, 3, 4, 5, 6].filter((time) => isWithin(asked, time))).toEqual([3, 4, 5]);
});
