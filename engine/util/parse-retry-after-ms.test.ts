import { expect, test } from "vitest";
import { parseRetryAfterMs } from "./parse-retry-after-ms";

const NOW = Date.UTC(2025, 0, 1, 12);

test.each([
  ["30", 30_000],
  ["0", 0],
  ["1.5", 1_500],
  ["Wed, 01 Jan 2025 12:00:20 GMT", 20_000],
  ["Wed, 01 Jan 2025 11:00:00 GMT", 0],
  ["soon", undefined],
  ["", undefined],
])("parseRetryAfterMs() reads %j", (header, expected) => {
  expect(parseRetryAfterMs(new Headers({ "Retry-After": header }), NOW)).toBe(expected);
});

test("parseRetryAfterMs() is undefined without the header", () => {
  expect(parseRetryAfterMs(new Headers(), NOW)).toBeUndefined();
});
