import { afterEach, describe, expect, test } from "vitest";
import { startFakeApp, toCodeChallenge } from "../../testing/fake-oauth-vendor";
import { EXTENSION_ID, startTestCompanion } from "../../testing/start-test-companion";
import { PROVIDERS } from "./providers";

const REDIRECT = `https://${EXTENSION_ID}.chromiumapp.org/`;
const VERIFIER = "v".repeat(43);
const SECRET = "secret-of-the-app";
const NOW = 1_800_000_000_000;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

async function createFixture(id: string, env: Record<string, string> = {}) {
  const declared = PROVIDERS.find((provider) => provider.id === id)!;
  const { vendor, app } = await startFakeApp(declared);
  const companion = await startTestCompanion({ env, settings: { apps: [app] }, now: () => NOW });
  open.push(companion, vendor);
  const post = (action: string, body: object) =>
    companion.ask(`/oauth/${id}/${action}`, { method: "POST", body: JSON.stringify(body) });
  const grant = async () => ({
    code: vendor.grantCode({
      redirectUri: REDIRECT,
      ...(declared.pkce && { challenge: await toCodeChallenge(VERIFIER) }),
    }),
    codeVerifier: VERIFIER,
    redirectUri: REDIRECT,
    clientId: "app",
  });
  return { vendor, companion, post, grant };
}

describe.each(PROVIDERS)("sign-ins at $name", ({ id, revokeUrl }) => {
  test("a code is exchanged for tokens, which are refreshed; each works once", async () => {
    const { post, grant, vendor } = await createFixture(id);
    const granted = await grant();
    const exchanged = await post("token", granted);
    expect(exchanged.headers.get("cache-control")).toBe("no-store");
    const tokens = { accessToken: "access-1", refreshToken: "refresh-1", expiresAt: NOW + 3_600_000 };
    expect(await exchanged.json()).toEqual(tokens);
    const renewed = await (await post("refresh", { refreshToken: "refresh-1" })).json();
    expect(renewed).toMatchObject({ accessToken: "access-2", refreshToken: "refresh-2" });
    expect(vendor.isValid("access-2")).toBe(true);
    for (const [action, body] of [
      ["token", granted],
      ["refresh", { refreshToken: "refresh-1" }],
    ] as const) {
      const refused = await post(action, body);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toEqual({ error: "invalid_grant" });
    }
  });

  test("a sign-in is revoked at a vendor with a revocation endpoint, also twice", async () => {
    const { post, grant, vendor } = await createFixture(id);
    const { accessToken, refreshToken } = await (await post("token", await grant())).json();
    const told = revokeUrl !== undefined;
    for (let time = 0; time < 2; time++)
      expect(await (await post("revoke", { accessToken, refreshToken })).json()).toEqual({ revoked: told });
    expect(vendor.isValid(accessToken)).toBe(!told);
  });
});

test("Notion gets its version header and the secret as Basic authentication", async () => {
  const { post, grant, vendor } = await createFixture("notion");
  await post("token", await grant());
  const [{ headers, fields }] = vendor.requests as [(typeof vendor.requests)[number]];
  expect(headers.get("notion-version")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(headers.get("authorization")).toBe(`Basic ${btoa(`app:${SECRET}`)}`);
  expect(JSON.stringify(fields)).not.toContain(SECRET);
});

test.each([
  ["https://evil.example/", 403],
  [`https://${EXTENSION_ID}.chromiumapp.org.evil.example/`, 403],
  [`http://${EXTENSION_ID}.chromiumapp.org/`, 403],
  [`https://${"p".repeat(32)}.chromiumapp.org/`, 403],
  [REDIRECT, 200],
])("a code for %s gets %i when extension ids are set", async (redirectUri, status) => {
  const { post, vendor } = await createFixture("google", { ATLAS_COMPANION_EXTENSION_IDS: EXTENSION_ID });
  const code = vendor.grantCode({ redirectUri, challenge: await toCodeChallenge(VERIFIER) });
  const response = await post("token", { code, codeVerifier: VERIFIER, redirectUri, clientId: "app" });
  expect(response.status).toBe(status);
  expect(vendor.requests).toHaveLength(status === 200 ? 1 : 0);
});

test("a foreign client id is refused before the secret is used", async () => {
  const { post, grant, vendor } = await createFixture("google");
  const response = await post("token", { ...(await grant()), clientId: "other" });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    error: { code: "client_id_mismatch", param: "GOOGLE_CLIENT_ID" },
  });
  expect(vendor.requests).toEqual([]);
});

test.each([
  ["notion", 404, "provider_not_configured", "NOTION_CLIENT_SECRET"],
  ["acme", 404, "unknown_provider", null],
])("%s without an app gets %i", async (provider, status, code, param) => {
  const { companion } = await createFixture("google");
  const response = await companion.ask(`/oauth/${provider}/refresh`, {
    method: "POST",
    body: JSON.stringify({ refreshToken: "r" }),
  });
  expect(response.status).toBe(status);
  expect((await response.json()).error).toMatchObject({ code, param });
});

test.each<[string, () => Response, number, string | undefined]>([
  ["fails", () => new Response("", { status: 500 }), 502, undefined],
  ["asks to slow down", () => new Response("", { status: 429, headers: { "retry-after": "9" } }), 429, "9"],
  ["answers without a token", () => Response.json({ ok: true }), 502, undefined],
  ["sends on elsewhere", () => Response.redirect("https://evil.example", 307), 502, undefined],
])("a vendor that %s is distinguished from one that refuses", async (_what, answer, status, retryAfter) => {
  const { post, grant, vendor } = await createFixture("google");
  vendor.answerNext(answer);
  const response = await post("token", await grant());
  expect(response.status).toBe(status);
  expect(response.headers.get("retry-after") ?? undefined).toBe(retryAfter);
});

test("a refusal is passed on by its error code alone", async () => {
  const { post, grant, vendor, companion } = await createFixture("google");
  vendor.answerNext(() =>
    Response.json({ error: "invalid_client", error_description: `bad secret ${SECRET}` }, { status: 401 }),
  );
  const response = await post("token", await grant());
  expect(await response.json()).toEqual({ error: "invalid_client" });
  vendor.answerNext(() => Response.json({ error: `Odd ${SECRET}` }, { status: 403 }));
  expect(await (await post("refresh", { refreshToken: "r" })).json()).toEqual({ error: "access_denied" });
  expect(JSON.stringify(companion.log)).not.toContain(SECRET);
});

test("a body with a missing field is refused without its content", async () => {
  const { companion } = await createFixture("google");
  const body = JSON.stringify({ code: "secret-code", redirectUri: REDIRECT, clientId: "app" });
  const response = await companion.ask("/oauth/google/token", { method: "POST", body });
  expect(response.status).toBe(400);
  const text = await response.text();
  expect(text).toContain("codeVerifier");
  expect(text).not.toContain("secret-code");
});
