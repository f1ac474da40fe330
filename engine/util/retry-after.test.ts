import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after";

const NOW = Date.UTC(2025, 0, 1, 12);

test.each([
  ["30", 30_000],
  ["0", 0],
  ["1.5", 1_500],
  ["Wed, 01 Jan 2025 12:00:20 GMT", 20_000],
  ["Wed, 01 Jan 2025 11:00:00 GMT", 0],
  ["soon", undefined],
  ["", undefined],
])("retryAfterMs() reads %j", (header, expected) => {
  expect(retryAfterMs(new Headers({ "Retry-After": header }), NOW)).toBe(expected);
});

test("retryAfterMs() knows nothing without the header", () => {
  expect(retryAfterMs(new Headers(), NOW)).toBeUndefined();
});
