import { expect, test } from "vitest";
import { parseQuota } from "./parse-quota";

test("parseQuota() reads the remaining quota and its reset, and returns undefined without headers", () => {
  const headers = {
    "X-RateLimit-Limit": "350",
    "X-RateLimit-Remaining": "12",
    "X-RateLimit-Reset": "2026-01-05T10:00Z",
  };
  expect(parseQuota(new Headers(headers))).toEqual({
    limit: 350,
    left: 12,
    resetsAt: Date.UTC(2026, 0, 5, 10),
  });
  expect(parseQuota(new Headers({ "X-RateLimit-Limit": "350", "X-RateLimit-Remaining": "12" }))).toEqual({
    limit: 350,
    left: 12,
  });
  expect(parseQuota(new Headers({ "X-RateLimit-Limit": "many", "X-RateLimit-Remaining": "12" }))).toBe(
    undefined,
  );
  expect(parseQuota(new Headers())).toBe(undefined);
});
