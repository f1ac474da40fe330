import { expect, test } from "vitest";
import { parseRateLimit } from "./parse-rate-limit";

const reply = (status: number, after?: string) =>
  new Response(null, { status, ...(after !== undefined && { headers: { "Retry-After": after } }) });

test.each([
  [429, "7", { retryAfterMs: 7_000 }],
  [429, undefined, {}],
  [503, "7", { retryAfterMs: 7_000 }],
  [503, undefined, undefined],
  [403, "7", undefined],
  [200, "7", undefined],
])("parseRateLimit() reads %i with Retry-After %s as %j", (status, after, asked) => {
  expect(parseRateLimit(reply(status, after), 0)).toEqual(asked);
});

test("parseRateLimit() recognises the vendor's own statuses besides those of HTTP", () => {
  expect(parseRateLimit(reply(529), 0, [529])).toEqual({});
  expect(parseRateLimit(reply(429), 0, [529])).toEqual({});
});
