import { expect, test } from "vitest";
import { parseRetryAfter } from "./parse-retry-after";

const NOW = Date.parse("2026-11-21T10:00:00Z");

test.each([
  [{}, undefined],
  [{ "retry-after": "17" }, 17],
  [{ "retry-after": "0.2" }, 1],
  [{ "retry-after": "Sat, 21 Nov 2026 10:01:00 GMT" }, 60],
  [{ "retry-after": "Sat, 21 Nov 2026 09:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, undefined],
  [{ "retry-after-ms": "1500", "retry-after": "9" }, 2],
])("parseRetryAfter() reads %j as %j", (headers, seconds) => {
  expect(parseRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(seconds);
});
