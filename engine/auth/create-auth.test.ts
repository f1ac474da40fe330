import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import { AtlasError } from "../errors/atlas-error";
import type { Credential } from "../model/credential";
import {
  type AuthFixture,
  CLIENT_ID,
  createAuthFixture,
  createServiceDeclaration,
} from "./testing/auth-fixture";

const ENDPOINTS = {
  authorize: "https://vendor.test/authorize",
  token: "https://vendor.test/token",
  device: "https://vendor.test/device",
  revoke: "https://vendor.test/revoke",
};
const BASE = { id: "method", label: "Sign in", help: "", scopes: ["read"] };
const PKCE: SignInMethod = {
  ...BASE,
  kind: "pkce",
  authorizeUrl: ENDPOINTS.authorize,
  tokenUrl: ENDPOINTS.token,
  revokeUrl: ENDPOINTS.revoke,
};
const DEVICE: SignInMethod = {
  ...BASE,
  kind: "device",
  deviceUrl: ENDPOINTS.device,
  tokenUrl: ENDPOINTS.token,
};
const COMPANION: SignInMethod = {
  ...BASE,
  kind: "companion",
  provider: "vendor",
  authorizeUrl: ENDPOINTS.authorize,
};
const BROWSER: SignInMethod = { ...BASE, kind: "browser" };
const CREDENTIAL: Credential = {
  kind: "oauth",
  method: "method",
  clientId: CLIENT_ID,
  accessToken: "secret-access-0",
  refreshToken: "secret-refresh-0",
};

test("signIn() with the browser keeps no token, only the way to request one", async () => {
  const { auth, webAuth, request } = createAuthFixture({ endpoints: ENDPOINTS });
  await expect(auth.signIn(request(BROWSER))).rejects.toMatchObject({ code: "sign-in" });
  webAuth.setBrowserToken("secret");
  expect(await auth.signIn(request(BROWSER))).toEqual({
    kind: "browser",
    method: "method",
    scopes: ["read"],
  });
});

test("signIn() accepts a pasted token without a request", async () => {
  const { auth, request, sent } = createAuthFixture({ endpoints: ENDPOINTS });
  const method: SignInMethod = { ...BASE, kind: "token", createUrl: "https://vendor.test/tokens" };
  const credential = await auth.signIn(request(method, { entered: { token: " abc " } }));
  expect(credential).toEqual({ kind: "token", token: "abc" });
  expect(sent).toEqual([]);
});

/** Replies that repeat the request's own secrets everywhere an error could be made from. */
const ECHOES: readonly (readonly [string, (body: string) => Response | Promise<Response>])[] = [
  ["a rejection", (body) => Promise.reject(new TypeError(`Failed to send ${body}`, { cause: { body } }))],
  ["status 500", (body) => new Response(body, { status: 500 })],
  ["a web page", (body) => new Response(body)],
  ["an error's name", (body) => Response.json({ error: body }, { status: 400 })],
  ["an error's description", (body) => Response.json({ error: "invalid_grant", error_description: body })],
  ["a challenge", (body) => challenge(body)],
  ["a token of the wrong type", (body) => Response.json({ access_token: { body }, token_type: body })],
  ["half a reply", (body) => Response.json({ refresh_token: "secret-refresh-9", scope: body })],
  ["a refusal of Slack's", (body) => Response.json({ ok: false, error: body })],
];

const challenge = (body: string) =>
  Response.json(
    { error: "invalid_client", error_description: body },
    { status: 401, headers: { "www-authenticate": `Bearer error="${encodeURIComponent(body)}"` } },
  );

type AuthCall = (fixture: AuthFixture, echo: () => void) => Promise<unknown>;

const answered =
  (work: (fixture: AuthFixture) => Promise<unknown>): AuthCall =>
  (fixture, echo) => {
    echo();
    return work(fixture);
  };

const AUTH_CALLS: readonly (readonly [string, AuthCall])[] = [
  ["signIn() with PKCE", answered(({ auth, request }) => auth.signIn(request(PKCE)))],
  ["signIn() with a device code", answered(({ auth, request }) => auth.signIn(request(DEVICE)))],
  [
    "a poll of signIn() with a device code",
    (fixture, echo) => {
      fixture.onWait(echo);
      return fixture.auth.signIn(fixture.request(DEVICE));
    },
  ],
  ["signIn() with the companion", answered(({ auth, request }) => auth.signIn(request(COMPANION)))],
  [
    "refresh()",
    answered(({ auth, signal }) => auth.refresh(createServiceDeclaration(PKCE), CREDENTIAL, signal)),
  ],
  [
    "refresh() with the companion",
    answered(({ auth, signal }) => auth.refresh(createServiceDeclaration(COMPANION), CREDENTIAL, signal)),
  ],
  [
    "revoke() with the companion",
    answered(({ auth, signal }) => auth.revoke(createServiceDeclaration(COMPANION), CREDENTIAL, signal)),
  ],
  [
    "revoke()",
    answered(({ auth, signal }) => auth.revoke(createServiceDeclaration(PKCE), CREDENTIAL, signal)),
  ],
];

const CASES = AUTH_CALLS.flatMap(([name, work]) =>
  ECHOES.map(([echo, answer]) => [name, echo, work, answer] as const),
);

test.each(CASES)("%s has no secret in the error when the reply is %s", async (name, _echo, work, answer) => {
  const fixture = createAuthFixture({ endpoints: ENDPOINTS });
  fixture.setCompanion({ baseUrl: "https://companion.test", token: "secret-pairing" });
  const echo = () => fixture.answerNext(async () => answer(`${fixture.sent.at(-1)?.body} secret-token`));
  const outcome = await work(fixture, echo).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  // Some of these mean that the token is already unknown, which is a success for `revoke`.
  if (name !== "revoke()") expect(outcome).toBeInstanceOf(AtlasError);
  const text = inspect(outcome, { depth: null, showHidden: true });
  expect(text).not.toMatch(/secret/);
  for (const value of valuesSent(fixture)) expect(text).not.toContain(value);
});

test.each([
  ["state", (url: URL) => url.searchParams.set("state", "secret-forged")],
  ["error", (url: URL) => url.searchParams.set("error", "secret-error")],
  ["issuer", (url: URL) => url.searchParams.set("iss", "https://secret.test")],
  ["response", (url: URL) => url.searchParams.set("response", "secret-jwt")],
  ["token", (url: URL) => url.searchParams.set("token", "secret-token")],
])("signIn() has no secret in the error when the reply has a foreign %s", async (_what, change) => {
  const { auth, request, webAuth } = createAuthFixture({ endpoints: ENDPOINTS });
  webAuth.tamper((url) => {
    change(url);
    return url.href;
  });
  const refused = await auth.signIn(request(PKCE)).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: "sign-in" });
  const text = inspect(refused, { depth: null, showHidden: true });
  expect(text).not.toMatch(/secret/);
  expect(text).not.toContain(new URL(webAuth.shown[0] ?? "").searchParams.get("state"));
});

/** Codes, verifiers and tokens of every request, in form and JSON encoding. */
function valuesSent({ sent }: AuthFixture): readonly string[] {
  return sent.flatMap(({ body }) => {
    const fields = body.startsWith("{")
      ? Object.entries(JSON.parse(body) as Record<string, string>)
      : [...new URLSearchParams(body)];
    return fields.filter(([name]) => /code|verifier|token$/i.test(name)).map(([, value]) => value);
  });
}
