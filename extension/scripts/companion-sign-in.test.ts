import { afterEach, describe, expect, test } from "vitest";
import { PROVIDERS } from "../../companion-server/src/oauth/providers";
import { startFakeApp } from "../../companion-server/testing/fake-oauth-vendor";
import { EXTENSION_ID, startTestCompanion, TOKEN } from "../../companion-server/testing/start-test-companion";
import { createAuth } from "../../engine/auth/create-auth";
import { createServiceDeclaration } from "../../engine/auth/testing/auth-fixture";
import { connectors } from "../../engine/connectors/registry";
import type { SignInMethod } from "../../engine/connectors/service";

/** The engine's sign-in and the real companion, in front of a vendor that is faked on the wire. */
type CompanionMethod = Extract<SignInMethod, { kind: "companion" }>;

const REDIRECT_URL = `https://${EXTENSION_ID}.chromiumapp.org/`;
const METHODS = new Map<string, CompanionMethod>(
  connectors
    .flatMap(({ declaration }) => declaration.service?.signIn ?? [])
    .flatMap((method) => (method.kind === "companion" ? [[method.provider, method] as const] : [])),
);
const { signal } = new AbortController();

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

async function createFixture(method: CompanionMethod) {
  const declared = PROVIDERS.find(({ id }) => id === method.provider)!;
  const { vendor, app } = await startFakeApp(declared);
  const companion = await startTestCompanion({
    env: { ATLAS_COMPANION_EXTENSION_IDS: EXTENSION_ID },
    settings: { apps: [app] },
  });
  open.push(companion, vendor);
  const auth = createAuth({
    fetch,
    clock: { now: Date.now },
    wait: async () => {},
    webAuth: {
      redirectUrl: REDIRECT_URL,
      // The person consents at once, and the browser comes back with a code.
      launch: async (url) => {
        const asked = new URL(url).searchParams;
        const challenge = asked.get("code_challenge");
        const code = vendor.grantCode({
          redirectUri: asked.get("redirect_uri") ?? "",
          ...(declared.pkce && challenge !== null && { challenge }),
        });
        return `${REDIRECT_URL}?${new URLSearchParams({ code, state: asked.get("state") ?? "" })}`;
      },
      browserToken: () => Promise.reject(new Error("There is no Google here")),
      forgetBrowserToken: async () => {},
    },
    companion: async () => ({ baseUrl: companion.url, token: TOKEN }),
  });
  return { auth, vendor, canRevoke: declared.revokeUrl !== undefined };
}

test("the companion knows every provider that a connector signs in with, and no other", () => {
  expect(PROVIDERS.map(({ id }) => id).sort()).toEqual([...METHODS.keys()].sort());
});

describe.each([...METHODS.values()])("signing in with $provider by way of the real companion", (method) => {
  test("gets tokens, renews them, and gives them back", async () => {
    const { auth, vendor, canRevoke } = await createFixture(method);
    const credential = await auth.signIn({ method, entered: { clientId: "app" }, signal });
    expect(credential).toMatchObject({ kind: "oauth", accessToken: "access-1", refreshToken: "refresh-1" });
    const renewed = await auth.refresh(createServiceDeclaration(method), credential, signal);
    expect(renewed).toMatchObject({ accessToken: "access-2", expiresAt: expect.any(Number) });
    expect(vendor.isValid("access-2")).toBe(true);
    await expect(auth.refresh(createServiceDeclaration(method), credential, signal)).rejects.toMatchObject({
      code: "sign-in",
    });
    await auth.revoke(createServiceDeclaration(method), renewed, signal);
    expect(vendor.isValid("access-2")).toBe(!canRevoke);
  });

  test("says when the client id is not the one of the companion's app", async () => {
    const { auth } = await createFixture(method);
    const other = auth.signIn({ method, entered: { clientId: "other" }, signal });
    await expect(other).rejects.toMatchObject({ code: "settings", message: /another client id/ });
  });
});
