import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import type { Credential } from "../model/credential";
import { CLIENT_ID, createAuthFixture, createServiceDeclaration } from "./testing/auth-fixture";
import { REPLY_FORMATS } from "./testing/dialects";

const TOKEN_URL = "https://vendor.test/oauth/token";
const METHOD: Extract<SignInMethod, { kind: "pkce" }> = {
  kind: "pkce",
  id: "oauth",
  label: "Sign in",
  help: "",
  scopes: ["read"],
  authorizeUrl: "https://vendor.test/oauth/authorize",
  tokenUrl: TOKEN_URL,
};
const HOUR = 3_600_000;

type Dialect = "rfc" | "github" | "slack";

async function createFixture(dialect: Dialect = "rfc", replayGraceMs = 0) {
  const endpoints = { authorize: METHOD.authorizeUrl, token: TOKEN_URL };
  const fixture = createAuthFixture({ endpoints, dialect, lifetimeMs: HOUR, replayGraceMs });
  const method = {
    ...METHOD,
    ...REPLY_FORMATS[dialect],
    ...(dialect === "slack" && { scopeParameter: "user_scope" }),
  };
  const credential = await fixture.auth.signIn(fixture.request(method));
  const refresh = (from: Credential) =>
    fixture.auth.refresh(createServiceDeclaration(method), from, fixture.signal);
  return { ...fixture, credential, refresh };
}

test.each<Dialect>(["rfc", "github", "slack"])(
  "refresh() gets a valid token from a vendor with the dialect of %s, and keeps the new refresh token",
  async (dialect) => {
    const { refresh, credential, clock, server } = await createFixture(dialect);
    clock.advance(HOUR);
    expect(server.tokens.isValid("secret-access-1")).toBe(false);
    const renewed = await refresh(credential);
    expect(renewed).toEqual({
      kind: "oauth",
      method: "oauth",
      clientId: CLIENT_ID,
      accessToken: "secret-access-2",
      refreshToken: "secret-refresh-2",
      expiresAt: clock.now() + HOUR,
    });
    expect(server.tokens.isValid("secret-access-2")).toBe(true);
    expect(await refresh(renewed)).toMatchObject({ accessToken: "secret-access-3" });
  },
);

test("refresh() keeps the old refresh token where the vendor gives no new one", async () => {
  const { refresh, credential, answerNext } = await createFixture();
  answerNext(async () => Response.json({ access_token: "new", token_type: "Bearer", scope: ["read"] }));
  const renewed = await refresh(credential);
  expect(renewed).toMatchObject({ accessToken: "new", refreshToken: "secret-refresh-1" });
  expect(renewed).not.toHaveProperty("expiresAt");
});

test.each<Dialect>(["rfc", "github", "slack"])(
  "refresh() requires a new sign-in when a vendor with the dialect of %s has ended it",
  async (dialect) => {
    const { refresh, credential, server } = await createFixture(dialect);
    server.revokeAll();
    await expect(refresh(credential)).rejects.toMatchObject({
      code: "sign-in",
      message: "Sign in again: vendor.test has ended the sign-in",
    });
  },
);

test("a refresh token used twice invalidates every token of the sign-in", async () => {
  const { refresh, credential, server } = await createFixture();
  const renewed = await refresh(credential);
  await expect(refresh(credential)).rejects.toMatchObject({ code: "sign-in" });
  expect(server.tokens.isValid("secret-access-2")).toBe(false);
  await expect(refresh(renewed)).rejects.toMatchObject({ code: "sign-in" });
});

test("a refresh token whose reply was lost can be used again where the vendor allows it for a while", async () => {
  const { refresh, credential, clock } = await createFixture("rfc", 30 * 60_000);
  const renewed = await refresh(credential);
  clock.advance(60_000);
  expect(await refresh(credential)).toMatchObject({
    accessToken: "secret-access-2",
    refreshToken: "secret-refresh-2",
  });
  clock.advance(30 * 60_000);
  await expect(refresh(credential)).rejects.toMatchObject({ code: "sign-in" });
  await expect(refresh(renewed)).rejects.toMatchObject({ code: "sign-in" });
});

test.each<[string, () => Promise<Response>]>([
  ["does not answer", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["fails", async () => new Response("", { status: 500 })],
  ["limits", async () => new Response("", { status: 429 })],
  ["shows a web page", async () => new Response("<html>", { status: 403 })],
  ["says it is busy", async () => Response.json({ error: "temporarily_unavailable" }, { status: 400 })],
])("refresh() requires no new sign-in while the vendor %s", async (_what, answer) => {
  const { refresh, credential, answerNext } = await createFixture();
  answerNext(answer);
  await expect(refresh(credential)).rejects.toMatchObject({ code: "unavailable" });
  expect(await refresh(credential)).toMatchObject({ accessToken: "secret-access-2" });
});

test("refresh() rejects with the signal's reason when aborted, whatever error fetch throws", async () => {
  const { auth, credential, answerNext } = await createFixture();
  const controller = new AbortController();
  answerNext(async () => {
    controller.abort();
    throw new TypeError("Failed to fetch");
  });
  await expect(
    auth.refresh(createServiceDeclaration(METHOD), credential, controller.signal),
  ).rejects.toMatchObject({
    name: "AbortError",
  });
});

test.each<[string, Credential]>([
  ["a pasted token", { kind: "token", token: "secret" }],
  [
    "a sign-in without renewal",
    { kind: "oauth", method: "oauth", clientId: CLIENT_ID, accessToken: "secret" },
  ],
  [
    "a way to sign in that is gone",
    { kind: "oauth", method: "gone", clientId: CLIENT_ID, accessToken: "secret", refreshToken: "secret" },
  ],
  ["a sign-in of the browser", { kind: "browser", method: "browser", scopes: ["drive.readonly"] }],
])("refresh() requires a new sign-in for %s, and sends nothing", async (_what, credential) => {
  const { refresh, sent } = await createFixture();
  const before = sent.length;
  await expect(refresh(credential)).rejects.toMatchObject({ code: "sign-in" });
  expect(sent).toHaveLength(before);
});

test("refresh() goes to the self-hosted server that issued the credential", async () => {
  const { refresh, credential, sent } = await createFixture();
  await expect(refresh({ ...credential, baseUrl: "https://git.example" } as Credential)).rejects.toThrow();
  expect(sent.at(-1)?.url).toBe("https://git.example/oauth/token");
});
