import { expect, test } from "vitest";
import { parseQuotaHeaders } from "./parse-quota-headers";

const read = (headers: Record<string, string>) =>
  parseQuotaHeaders(new Headers(headers), {
    prefix: "X-RateLimit-",
    toTime: (reset) => Number(reset) * 1_000,
  });
const limits = { "x-ratelimit-limit": "60", "X-RateLimit-Remaining": "0" };

test("parseQuotaHeaders() reads the remaining requests and the time of the reset", () => {
  expect(read({ ...limits, "X-RateLimit-Reset": "7" })).toEqual({ limit: 60, left: 0, resetsAt: 7_000 });
});

test.each(["", "soon", "-1"])("parseQuotaHeaders() omits the reset %j", (reset) => {
  expect(read({ ...limits, "X-RateLimit-Reset": reset })).toEqual({ limit: 60, left: 0 });
});

test.each([
  {},
  { "X-RateLimit-Limit": "60" },
  { "X-RateLimit-Remaining": "7" },
  { ...limits, "X-RateLimit-Remaining": "" },
  { ...limits, "x-ratelimit-limit": "0" },
  { ...limits, "X-RateLimit-Remaining": "many" },
])("parseQuotaHeaders() returns undefined for %j", (headers) => {
  expect(read(headers)).toBeUndefined();
});
