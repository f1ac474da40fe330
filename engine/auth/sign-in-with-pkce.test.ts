import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import { DAY_MS } from "../util/durations";
import { CLIENT_ID, createAuthFixture } from "./testing/auth-fixture";
import { REPLY_FORMATS } from "./testing/dialects";
import { REDIRECT_URL } from "./testing/fake-web-auth";

type PkceMethod = Extract<SignInMethod, { kind: "pkce" }>;

const LINEAR: PkceMethod = {
  kind: "pkce",
  id: "oauth",
  label: "Sign in with Linear",
  help: "",
  scopes: ["read", "issues:create"],
  scopeSeparator: ",",
  authorizeUrl: "https://linear.test/oauth/authorize",
  tokenUrl: "https://api.linear.test/oauth/token",
  extraParameters: { prompt: "consent" },
};
const SLACK: PkceMethod = {
  ...LINEAR,
  id: "slack",
  scopes: ["search:read"],
  scopeParameter: "user_scope",
  authorizeUrl: "https://slack.test/oauth/v2/authorize",
  tokenUrl: "https://slack.test/api/oauth.v2.access",
  ...REPLY_FORMATS.slack,
};

function createFixture(
  method: PkceMethod = LINEAR,
  options: { dialect?: "rfc" | "slack"; lifetimeMs?: number } = {},
) {
  const endpoints = { authorize: method.authorizeUrl, token: method.tokenUrl };
  const fixture = createAuthFixture({ endpoints, redirectUris: [REDIRECT_URL], ...options });
  const signIn = (others = {}) => fixture.auth.signIn(fixture.request(method, others));
  return { ...fixture, signIn };
}

test("signIn() with PKCE gets a valid token with its refresh token and expiry", async () => {
  const { signIn, server, clock } = createFixture(LINEAR, { lifetimeMs: DAY_MS });
  const credential = await signIn();
  expect(credential).toEqual({
    kind: "oauth",
    method: "oauth",
    clientId: CLIENT_ID,
    accessToken: "secret-access-1",
    refreshToken: "secret-refresh-1",
    expiresAt: clock.now() + DAY_MS,
  });
  expect(server.tokens.isValid("secret-access-1")).toBe(true);
});

test("signIn() requests the minimal scopes in the vendor's spelling, with a new state and challenge every time", async () => {
  const { signIn, webAuth } = createFixture();
  await signIn();
  await signIn();
  const asked = webAuth.shown.map((url) => new URL(url).searchParams);
  for (const parameters of asked) {
    expect(Object.fromEntries(parameters)).toMatchObject({
      response_type: "code",
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URL,
      scope: "read,issues:create",
      prompt: "consent",
      code_challenge_method: "S256",
    });
  }
  expect(asked[0]?.get("state")).not.toBe(asked[1]?.get("state"));
  expect(asked[0]?.get("code_challenge")).not.toBe(asked[1]?.get("code_challenge"));
});

test("signIn() reads the person's token from Slack's reply", async () => {
  const { signIn, webAuth } = createFixture(SLACK, { dialect: "slack" });
  expect(await signIn()).toEqual({
    kind: "oauth",
    method: "slack",
    clientId: CLIENT_ID,
    accessToken: "secret-access-1",
  });
  expect(new URL(webAuth.shown[0] ?? "").searchParams.get("scope")).toBeNull();
});

test("signIn() prefers the client id of the person's own app, and requires one where there is none", async () => {
  const fixture = createFixture();
  const own = { ...LINEAR, clientId: "of atlas" };
  expect(await fixture.auth.signIn(fixture.request(own))).toMatchObject({ clientId: CLIENT_ID });
  for (const clientId of [undefined, "", "  ", "two words"])
    await expect(fixture.signIn({ entered: { clientId } })).rejects.toMatchObject({ code: "settings" });
});

test.each([
  ["a forged state", (url: URL) => url.searchParams.set("state", "forged")],
  ["no state", (url: URL) => url.searchParams.delete("state")],
  ["two states", (url: URL) => url.searchParams.append("state", "forged")],
  ["no code", (url: URL) => url.searchParams.delete("code")],
  ["the issuer of another vendor", (url: URL) => url.searchParams.set("iss", "https://evil.test")],
])("signIn() refuses a redirect with %s and sends nothing to the vendor", async (_what, forge) => {
  const { signIn, webAuth, sent } = createFixture();
  webAuth.tamper((url) => {
    forge(url);
    return url.href;
  });
  await expect(signIn()).rejects.toMatchObject({ code: "sign-in" });
  expect(sent).toEqual([]);
});

test.each([
  ["another origin", (url: URL) => `https://evil.test/${url.search}`],
  ["another path", (url: URL) => `${url.origin}/elsewhere${url.search}`],
  ["another port", (url: URL) => `${url.origin}:8443/${url.search}`],
  ["no address at all", () => "javascript"],
])("signIn() refuses a redirect to %s", async (_what, redirect) => {
  const { signIn, webAuth, sent } = createFixture();
  webAuth.tamper(redirect);
  await expect(signIn()).rejects.toMatchObject({ code: "sign-in" });
  expect(sent).toEqual([]);
});

test("signIn() accepts the vendor's own issuer in the redirect", async () => {
  const { signIn, webAuth } = createFixture();
  webAuth.tamper((url) => `${url.href}&iss=${encodeURIComponent("https://api.linear.test")}`);
  expect(await signIn()).toMatchObject({ accessToken: "secret-access-1" });
});

test("a code that is used twice is refused, and the tokens it gave are invalidated", async () => {
  const { signIn, webAuth, server } = createFixture();
  const codes: (string | null)[] = [];
  webAuth.tamper((url) => {
    codes.push(url.searchParams.get("code"));
    url.searchParams.set("code", codes[0] ?? "");
    return url.href;
  });
  await signIn();
  await expect(signIn()).rejects.toMatchObject({ code: "sign-in" });
  expect(server.tokens.isValid("secret-access-1")).toBe(false);
});

test("a code for another verifier or another redirect address is refused by the vendor", async () => {
  const { signIn, webAuth, server } = createFixture();
  // The sign-in of another person, whose code an attacker puts into the redirect.
  const others = new URL("https://linear.test/oauth/authorize");
  const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  const fields = { client_id: CLIENT_ID, redirect_uri: REDIRECT_URL, response_type: "code" };
  const asked = { ...fields, code_challenge: challenge, code_challenge_method: "S256" };
  for (const [name, value] of Object.entries(asked)) others.searchParams.set(name, value);
  const sentBack = (await server.handle(new Request(others))).headers.get("location") ?? "";
  webAuth.tamper((url) => {
    url.searchParams.set("code", new URL(sentBack).searchParams.get("code") ?? "");
    return url.href;
  });
  await expect(signIn()).rejects.toMatchObject({ code: "sign-in" });
  expect(server.tokens.isValid("secret-access-1")).toBe(false);
});

test("signIn() states that the person declined or closed the page", async () => {
  const { signIn, server, auth, request } = createFixture();
  server.decide("deny");
  await expect(signIn()).rejects.toMatchObject({
    code: "sign-in",
    message: "Cannot sign in at linear.test: it was declined",
  });
  // The fake shows an error page for an unknown client, and the person closes it.
  await expect(auth.signIn(request(LINEAR, { entered: { clientId: "unknown" } }))).rejects.toMatchObject({
    code: "sign-in",
    message: "Cannot sign in at linear.test: its page was closed or could not be shown",
  });
});

test.each<[string, () => Promise<Response>, string]>([
  ["a cut connection", () => Promise.reject(new TypeError("Failed to fetch")), "unavailable"],
  ["status 503", async () => new Response("", { status: 503 }), "unavailable"],
  ["a redirect", async () => Response.redirect("https://evil.test"), "unavailable"],
  ["a web page", async () => new Response("<html>"), "unavailable"],
  ["a reply without a token", async () => Response.json({ token_type: "bearer" }), "unavailable"],
  ["a list", async () => Response.json([]), "unavailable"],
  ["invalid_client", async () => Response.json({ error: "invalid_client" }, { status: 401 }), "settings"],
  ["invalid_scope", async () => Response.json({ error: "invalid_scope" }, { status: 400 }), "settings"],
  [
    "temporarily_unavailable",
    async () => Response.json({ error: "temporarily_unavailable" }, { status: 400 }),
    "unavailable",
  ],
  ["an error nobody knows", async () => Response.json({ error: "secret" }, { status: 400 }), "sign-in"],
])("signIn() after the reply %s rejects with a remedy", async (_what, answer, code) => {
  const { signIn, answerNext } = createFixture();
  answerNext(answer);
  await expect(signIn()).rejects.toMatchObject({ code });
});

test("signIn() reads the vendor's own error names", async () => {
  const { signIn, answerNext } = createFixture(SLACK, { dialect: "slack" });
  answerNext(async () => Response.json({ ok: false, error: "bad_redirect_uri" }));
  await expect(signIn()).rejects.toMatchObject({ code: "settings" });
});

test("signIn() sends requests to the origin of a self-hosted server and keeps it with the credential", async () => {
  const hosted: PkceMethod = {
    ...LINEAR,
    authorizeUrl: "https://git.example/oauth/authorize",
    tokenUrl: "https://git.example/oauth/token",
  };
  const { auth, request, sent } = createFixture(hosted);
  const baseUrl = "https://git.example/some/page";
  const credential = await auth.signIn(request(LINEAR, { baseUrl }));
  expect(credential).toMatchObject({ baseUrl, accessToken: "secret-access-1" });
  expect(sent.map(({ url }) => url)).toEqual(["https://git.example/oauth/token"]);
});

test.each([
  "http://git.example",
  "javascript:alert(1)",
  "git.example",
  "ftp://git.example",
  "http://localhost.evil.test",
])("signIn() sends nothing to %s", async (baseUrl) => {
  const { signIn, sent, webAuth } = createFixture();
  await expect(signIn({ baseUrl })).rejects.toMatchObject({ code: "settings" });
  expect([...sent, ...webAuth.shown]).toEqual([]);
});

test.each(["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"])(
  "signIn() may send to %s, which is this computer",
  async (baseUrl) => {
    const local = {
      ...LINEAR,
      authorizeUrl: `${baseUrl}/oauth/authorize`,
      tokenUrl: `${baseUrl}/oauth/token`,
    };
    const { signIn } = createFixture(local);
    expect(await signIn()).toMatchObject({ accessToken: "secret-access-1" });
  },
);

test("signIn() stops when aborted, before and while the page is shown", async () => {
  const { signIn, webAuth, sent } = createFixture();
  await expect(signIn({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  const controller = new AbortController();
  webAuth.tamper((url) => {
    controller.abort();
    return url.href;
  });
  await expect(signIn({ signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
  expect(sent).toEqual([]);
});
