import { expect, test } from "vitest";
import { serviceBehaviour } from "./service";

const NOW = Date.UTC(2025, 0, 1);
const reset = String(NOW / 1_000 + 90);

function reply(status: number, headers: Record<string, string> = {}, message = "No"): Response {
  return Response.json({ message }, { status, headers });
}

test.each<[string, Response, object | undefined]>([
  ["Retry-After", reply(403, { "retry-after": "7" }), { retryAfterMs: 7_000 }],
  [
    "a spent hour",
    reply(403, { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }),
    { retryAfterMs: 90_000 },
  ],
  [
    "the secondary limit",
    reply(403, {}, "You have exceeded a secondary rate limit. Please wait a few minutes."),
    { retryAfterMs: 60_000 },
  ],
  ["429 alone", reply(429), {}],
  [
    "a refusal with requests left",
    reply(403, { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "9", "x-ratelimit-reset": reset }),
    undefined,
  ],
  ["a refusal that is no JSON", new Response("<html>", { status: 403 }), undefined],
  ["not found", reply(404, { "retry-after": "7" }), undefined],
])("parseLimit() reads %s", async (_, response, expected) => {
  expect(await serviceBehaviour.parseLimit?.(response, NOW)).toEqual(expected);
});

test("parseQuota() reads the hourly quota and ignores the search quota", () => {
  const headers = {
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "4999",
    "x-ratelimit-reset": reset,
  };
  expect(serviceBehaviour.parseQuota?.(new Headers(headers), NOW)).toEqual({
    limit: 5_000,
    left: 4_999,
    resetsAt: NOW + 90_000,
  });
  expect(
    serviceBehaviour.parseQuota?.(new Headers({ ...headers, "x-ratelimit-resource": "search" }), NOW),
  ).toBe(undefined);
  expect(serviceBehaviour.parseQuota?.(new Headers(), NOW)).toBe(undefined);
});

test.each(["https://github.com", " https://www.github.com/acme ", "https://api.github.com/"])(
  "%s is not accepted as an Enterprise server",
  async (baseUrl) => {
    const api = async () => Response.json({ id: 1, login: "ada" });
    const asked = serviceBehaviour.identify({
      ...{ api, settings: { baseUrl }, credential: "token" },
      signal: new AbortController().signal,
    });
    await expect(asked).rejects.toMatchObject({
      code: "settings",
      message: 'Leave "Enterprise server" empty for github.com',
    });
  },
);
