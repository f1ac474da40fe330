import { expect, test } from "vitest";
import { pauseAsked } from "./pause-asked";

const reply = (status: number, after?: string) =>
  new Response(null, { status, ...(after !== undefined && { headers: { "Retry-After": after } }) });

test.each([
  [429, "7", { retryAfterMs: 7_000 }],
  [429, undefined, {}],
  [503, "7", { retryAfterMs: 7_000 }],
  [503, undefined, undefined],
  [403, "7", undefined],
  [200, "7", undefined],
])("pauseAsked() takes %i with Retry-After %s for %j", (status, after, asked) => {
  expect(pauseAsked(reply(status, after), 0)).toEqual(asked);
});

test("pauseAsked() knows the vendor's own statuses beside those of HTTP", () => {
  expect(pauseAsked(reply(529), 0, [529])).toEqual({});
  expect(pauseAsked(reply(429), 0, [529])).toEqual({});
});
