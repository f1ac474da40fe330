import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Fetch } from "../../ports/fetch";
import { callMethod, createSlackClient } from "./client";
import { serviceBehaviour } from "./service";

const { signal } = new AbortController();

function answering(body: object): Fetch {
  return async () => Response.json(body);
}

describe("serviceBehaviour", () => {
  test.each(["invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed"])(
    "takes %s with status 200 for a refused credential",
    async (error) => {
      expect(await serviceBehaviour.isCredentialRefused?.(Response.json({ ok: false, error }))).toBe(true);
    },
  );

  test("takes no other error for one", async () => {
    for (const body of [{ ok: true }, { ok: false, error: "channel_not_found" }, "maintenance"]) {
      expect(await serviceBehaviour.isCredentialRefused?.(Response.json(body))).toBe(false);
    }
    expect(await serviceBehaviour.isCredentialRefused?.(new Response("<html>"))).toBe(false);
  });
});

describe("callMethod()", () => {
  const ask = (error: string) =>
    callMethod(answering({ ok: false, error }), { method: "users.info", params: {}, signal }, z.object({}));

  test("requires a new sign-in when a scope is missing", async () => {
    await expect(ask("missing_scope")).rejects.toMatchObject({ code: "sign-in" });
  });

  test("rejects with UnavailableError for an unknown error", async () => {
    await expect(ask("internal_error")).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("search() finds nothing with a token without the search scope", async () => {
  const api = answering({ ok: false, error: "not_allowed_token_type" });
  expect(await createSlackClient(api, signal).search("words", 5)).toEqual([]);
});
