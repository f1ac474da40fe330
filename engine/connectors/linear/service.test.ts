import { describe, expect, test } from "vitest";
import { serviceBehaviour } from "./service";

const ANSWER = { errors: [{ message: "Rate limit exceeded", extensions: { code: "RATELIMITED" } }] };

describe("serviceBehaviour", () => {
  test("sends a personal key unchanged and an OAuth token as a bearer token", () => {
    const headers = new Headers();
    serviceBehaviour.authorize?.(headers, { kind: "token", token: "lin_api_1" });
    expect(headers.get("Authorization")).toBe("lin_api_1");
    const oauth = { kind: "oauth", method: "oauth", clientId: "c", accessToken: "abc" } as const;
    serviceBehaviour.authorize?.(headers, oauth);
    expect(headers.get("Authorization")).toBe("Bearer abc");
  });

  test.each<[string, Record<string, string>, number | undefined]>([
    [
      "the requests",
      {
        "X-RateLimit-Requests-Limit": "10",
        "X-RateLimit-Requests-Remaining": "0",
        "X-RateLimit-Requests-Reset": "5000",
      },
      4_000,
    ],
    [
      "the points",
      {
        "X-RateLimit-Complexity-Limit": "10",
        "X-RateLimit-Complexity-Remaining": "0",
        "X-RateLimit-Complexity-Reset": "9000",
      },
      8_000,
    ],
    ["neither, by its word,", {}, undefined],
  ])("waits until the budget of %s is renewed", async (_, headers, retryAfterMs) => {
    const reply = Response.json(ANSWER, { status: 400, headers });
    const limit = await serviceBehaviour.parseLimit?.(reply, 1_000);
    expect(limit).toEqual(retryAfterMs === undefined ? {} : { retryAfterMs });
  });

  test("takes no other error for a rate limit", async () => {
    const reply = Response.json({ errors: [{ message: "Bad query" }] }, { status: 400 });
    expect(await serviceBehaviour.parseLimit?.(reply, 0)).toBeUndefined();
  });

  test("recognises a refused credential by its code, whatever the status", async () => {
    const refusal = { errors: [{ message: "No", extensions: { code: "AUTHENTICATION_ERROR" } }] };
    expect(await serviceBehaviour.isCredentialRefused?.(Response.json(refusal, { status: 400 }))).toBe(true);
    expect(await serviceBehaviour.isCredentialRefused?.(Response.json(ANSWER, { status: 400 }))).toBe(false);
    expect(await serviceBehaviour.isCredentialRefused?.(new Response("<html>", { status: 200 }))).toBe(false);
  });
});
