import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import { CLIENT_ID, createAuthFixture, createServiceDeclaration } from "./testing/auth-fixture";
import { createFakeCompanion } from "./testing/fake-companion";
import { REDIRECT_URL } from "./testing/fake-web-auth";

const NOTION: Extract<SignInMethod, { kind: "companion" }> = {
  kind: "companion",
  id: "oauth",
  label: "Sign in with Notion",
  help: "",
  provider: "notion",
  authorizeUrl: "https://notion.test/v1/oauth/authorize",
  scopes: [],
  extraParameters: { owner: "user" },
};
const TOKEN_URL = "https://notion.test/v1/oauth/token";
const REVOKE_URL = "https://notion.test/v1/oauth/revoke";
const COMPANION = { baseUrl: "https://companion.test/atlas", token: "pairing-token" };
const HOUR = 3_600_000;

function createFixture() {
  const fixture = createAuthFixture({
    endpoints: { authorize: NOTION.authorizeUrl, token: TOKEN_URL, revoke: REVOKE_URL },
    clientSecret: "of the companion",
    lifetimeMs: HOUR,
  });
  const { server, clock } = fixture;
  const app = { server, tokenUrl: TOKEN_URL, clientId: CLIENT_ID, clientSecret: "of the companion" };
  const providers = { notion: { ...app, revokeUrl: REVOKE_URL }, unrevoked: app };
  fixture.serve(
    COMPANION.baseUrl,
    createFakeCompanion({ now: clock.now, token: COMPANION.token, providers }),
  );
  fixture.setCompanion(COMPANION);
  const signIn = (method = NOTION) => fixture.auth.signIn(fixture.request(method));
  return { ...fixture, signIn };
}

test("signIn() with the companion gets a valid token that can be refreshed", async () => {
  const { signIn, auth, server, clock, signal, webAuth } = createFixture();
  const credential = await signIn();
  expect(credential).toEqual({
    kind: "oauth",
    method: "oauth",
    clientId: CLIENT_ID,
    accessToken: "secret-access-1",
    refreshToken: "secret-refresh-1",
    expiresAt: clock.now() + HOUR,
  });
  const asked = new URL(webAuth.shown[0] ?? "").searchParams;
  expect(asked.get("owner")).toBe("user");
  expect(asked.has("scope")).toBe(false);
  clock.advance(HOUR);
  const renewed = await auth.refresh(createServiceDeclaration(NOTION), credential, signal);
  expect(renewed).toEqual({
    ...credential,
    accessToken: "secret-access-2",
    refreshToken: "secret-refresh-2",
    expiresAt: clock.now() + HOUR,
  });
  expect(server.tokens.isValid("secret-access-2")).toBe(true);
});

test("signIn() sends code, verifier, redirect address and client id to the companion as JSON", async () => {
  const { signIn, sent } = createFixture();
  await signIn();
  expect(sent[0]?.url).toBe("https://companion.test/atlas/oauth/notion/token");
  const { codeVerifier, ...others } = JSON.parse(sent[0]?.body ?? "");
  expect(others).toEqual({ code: "secret-code-1", redirectUri: REDIRECT_URL, clientId: CLIENT_ID });
  expect(codeVerifier).toMatch(/^[\w~.-]{43,128}$/);
});

test.each([undefined, "", "http://companion.test", "companion"])(
  "signIn() rejects the companion's address %j before any page is opened",
  async (url) => {
    const { signIn, setCompanion, webAuth } = createFixture();
    setCompanion(url === undefined ? undefined : { baseUrl: url });
    await expect(signIn()).rejects.toMatchObject({ code: "settings", message: /companion/ });
    expect(webAuth.shown).toEqual([]);
  },
);

test.each<[string, () => Promise<Response>, string]>([
  ["does not answer", () => Promise.reject(new TypeError("Failed to fetch")), "settings"],
  ["fails", async () => new Response("", { status: 500 }), "settings"],
  ["is some other site", async () => new Response("<html>Welcome"), "settings"],
  ["answers without a token", async () => Response.json({ accessToken: "" }), "settings"],
  [
    "was refused by the vendor",
    async () => Response.json({ error: "invalid_grant" }, { status: 400 }),
    "sign-in",
  ],
  ["has a wrong secret", async () => Response.json({ error: "invalid_client" }, { status: 400 }), "settings"],
  ["has no app", async () => ownRefusal(404, "provider_not_configured"), "settings"],
  ["has another client id", async () => ownRefusal(409, "client_id_mismatch"), "settings"],
  ["answers another extension", async () => ownRefusal(403, "redirect_not_allowed"), "settings"],
])("signIn() states the remedy when the companion %s", async (_what, answer, code) => {
  const { signIn, answerNext } = createFixture();
  answerNext(answer);
  await expect(signIn()).rejects.toMatchObject({ code });
});

test.each([
  [502, "upstream_unreachable"],
  [502, "upstream_error"],
  [429, "rate_limit_exceeded"],
])("signIn() reports %i %s of the companion as temporarily unavailable", async (status, code) => {
  const { signIn, answerNext } = createFixture();
  answerNext(async () => ownRefusal(status, code));
  await expect(signIn()).rejects.toMatchObject({
    code: "unavailable",
    message: "Cannot sign in: the companion at companion.test cannot ask notion for now, try again later",
  });
});

function ownRefusal(status: number, code: string): Response {
  return Response.json({ error: { message: "", code } }, { status });
}

test.each([undefined, "another"])("signIn() rejects the pairing token %j", async (token) => {
  const { signIn, setCompanion } = createFixture();
  setCompanion({ baseUrl: COMPANION.baseUrl, ...(token !== undefined && { token }) });
  await expect(signIn()).rejects.toMatchObject({ code: "settings", message: /pairing token/ });
});

test("revoke() with the companion ends the sign-in at the vendor", async () => {
  const { signIn, auth, server, signal } = createFixture();
  const credential = await signIn();
  await auth.revoke(createServiceDeclaration(NOTION), credential, signal);
  expect(server.tokens.isValid("secret-access-1")).toBe(false);
});

test("revoke() with the companion succeeds where the vendor has no revocation endpoint", async () => {
  const { signIn, auth, signal, server } = createFixture();
  const method = { ...NOTION, provider: "unrevoked" };
  await auth.revoke(createServiceDeclaration(method), await signIn(method), signal);
  expect(server.tokens.isValid("secret-access-1")).toBe(true);
});

test.each<[string, (fixture: ReturnType<typeof createFixture>) => void]>([
  ["is not in the settings any more", ({ setCompanion }) => setCompanion(undefined)],
  ["is not paired any more", ({ setCompanion }) => setCompanion({ ...COMPANION, token: "another" })],
  ["does not run", ({ answerNext }) => answerNext(() => Promise.reject(new TypeError("Failed to fetch")))],
  ["is too old", ({ answerNext }) => answerNext(async () => new Response("", { status: 404 }))],
])("revoke() rejects when the companion %s", async (_what, change) => {
  const fixture = createFixture();
  const credential = await fixture.signIn();
  change(fixture);
  await expect(
    fixture.auth.revoke(createServiceDeclaration(NOTION), credential, fixture.signal),
  ).rejects.toMatchObject({
    code: "unavailable",
  });
});

test("signIn() accepts a token without further fields from the companion", async () => {
  const { signIn, answerNext } = createFixture();
  answerNext(async () => Response.json({ accessToken: "a", refreshToken: null, expiresAt: null }));
  expect(await signIn()).toEqual({ kind: "oauth", method: "oauth", clientId: CLIENT_ID, accessToken: "a" });
});

test("signIn() reports that the companion does not know the provider", async () => {
  const { signIn } = createFixture();
  await expect(signIn({ ...NOTION, provider: "../jira" })).rejects.toMatchObject({ code: "settings" });
});

test("refresh() with the companion distinguishes who must act", async () => {
  const { signIn, auth, signal, answerNext, server, setCompanion } = createFixture();
  const credential = await signIn();
  const renew = () => auth.refresh(createServiceDeclaration(NOTION), credential, signal);
  answerNext(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(renew()).rejects.toMatchObject({ code: "unavailable" });
  server.revokeAll();
  await expect(renew()).rejects.toMatchObject({ code: "sign-in" });
  setCompanion(undefined);
  await expect(renew()).rejects.toMatchObject({ code: "settings" });
});
