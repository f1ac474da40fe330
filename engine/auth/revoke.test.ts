import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import type { Credential } from "../model/credential";
import { CLIENT_ID, createAuthFixture, createServiceDeclaration } from "./testing/auth-fixture";
import { REPLY_FORMATS } from "./testing/dialects";

const METHOD: Extract<SignInMethod, { kind: "pkce" }> = {
  kind: "pkce",
  id: "oauth",
  label: "Sign in",
  help: "",
  scopes: ["read"],
  authorizeUrl: "https://vendor.test/oauth/authorize",
  tokenUrl: "https://vendor.test/oauth/token",
  revokeUrl: "https://vendor.test/oauth/revoke",
};

async function createFixture(options: { dialect?: "rfc" | "slack"; lifetimeMs?: number } = {}) {
  const endpoints = {
    authorize: METHOD.authorizeUrl,
    token: METHOD.tokenUrl,
    revoke: METHOD.revokeUrl ?? "",
  };
  const fixture = createAuthFixture({ endpoints, ...options });
  const { dialect = "rfc" } = options;
  const method = {
    ...METHOD,
    ...REPLY_FORMATS[dialect],
    ...(dialect === "slack" && { scopeParameter: "user_scope" }),
  };
  const credential = await fixture.auth.signIn(fixture.request(method));
  const revoke = (of: Credential = credential, by: SignInMethod = method) =>
    fixture.auth.revoke(createServiceDeclaration(by), of, fixture.signal);
  const before = fixture.sent.length;
  return { ...fixture, credential, revoke, told: () => fixture.sent.slice(before) };
}

test.each([{ lifetimeMs: 3_600_000 }, {}, { dialect: "slack" as const }])(
  "revoke() ends the sign-in at the vendor (%j)",
  async (options) => {
    const { revoke, server } = await createFixture(options);
    expect(server.tokens.isValid("secret-access-1")).toBe(true);
    await revoke();
    expect(server.tokens.isValid("secret-access-1")).toBe(false);
  },
);

test("revoke() revokes the refresh token before the access token, each with its type", async () => {
  const { revoke, told } = await createFixture({ lifetimeMs: 3_600_000 });
  await revoke();
  expect(told().map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
    { token: "secret-refresh-1", token_type_hint: "refresh_token", client_id: CLIENT_ID },
    { token: "secret-access-1", token_type_hint: "access_token", client_id: CLIENT_ID },
  ]);
});

test.each<[string, () => Promise<Response>]>([
  ["status 400", async () => new Response("", { status: 400 })],
  ["invalid_token", async () => Response.json({ error: "invalid_token" }, { status: 400 })],
  ["status 401", async () => new Response("", { status: 401 })],
  ["Slack's token_revoked", async () => Response.json({ ok: false, error: "token_revoked" })],
])("revoke() resolves when the vendor no longer knows the token: %s", async (_what, answer) => {
  const { revoke, answerNext } = await createFixture({ dialect: "slack" });
  answerNext(answer);
  await expect(revoke()).resolves.toBeUndefined();
});

test.each<[string, () => Promise<Response>]>([
  ["no answer", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["status 503", async () => new Response("", { status: 503 })],
  ["status 404", async () => new Response("", { status: 404 })],
  ["invalid_client", async () => Response.json({ error: "invalid_client" }, { status: 401 })],
  ["Slack's internal_error", async () => Response.json({ ok: false, error: "internal_error" })],
])("revoke() rejects when the token may still be valid: %s", async (_what, answer) => {
  const { revoke, answerNext } = await createFixture({ dialect: "slack" });
  answerNext(answer);
  await expect(revoke()).rejects.toMatchObject({ code: "unavailable" });
});

test("revoke() sends nothing for a pasted token, or where the vendor has no revocation endpoint", async () => {
  const { revoke, told, credential } = await createFixture();
  await revoke({ kind: "token", token: "secret" });
  const { revokeUrl: _none, ...without } = METHOD;
  await revoke(credential, without);
  expect(told()).toEqual([]);
});

test("revoke() revokes the browser's token and removes it from the browser's cache", async () => {
  const { auth, webAuth, told, signal, server } = await createFixture();
  const method: SignInMethod = {
    kind: "browser",
    id: "browser",
    label: "",
    help: "",
    scopes: [],
    revokeUrl: "https://vendor.test/oauth/revoke",
  };
  const credential: Credential = { kind: "browser", method: "browser", scopes: [] };
  await auth.revoke(createServiceDeclaration(method), credential, signal);
  expect(told()).toEqual([]);
  webAuth.setBrowserToken("secret-access-1");
  await auth.revoke(createServiceDeclaration(method), credential, signal);
  expect(server.tokens.isValid("secret-access-1")).toBe(false);
  expect(await webAuth.browserToken([], { interactive: false })).toBe("secret-access-1-renewed");
});
