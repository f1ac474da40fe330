import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import type { DevicePrompt } from "../contract/sign-in";
import { CLIENT_ID, createAuthFixture } from "./testing/auth-fixture";
import { REPLY_FORMATS } from "./testing/dialects";

const GITHUB: Extract<SignInMethod, { kind: "device" }> = {
  kind: "device",
  id: "device",
  label: "Sign in with GitHub",
  help: "",
  scopes: ["repo", "read:org"],
  deviceUrl: "https://github.test/login/device/code",
  tokenUrl: "https://github.test/login/oauth/access_token",
  ...REPLY_FORMATS.github,
};
const HOURS_8 = 8 * 60 * 60 * 1000;

function createFixture(dialect: "github" | "rfc" = "github") {
  const endpoints = { device: GITHUB.deviceUrl, token: GITHUB.tokenUrl };
  const fixture = createAuthFixture({ endpoints, dialect, lifetimeMs: HOURS_8 });
  const prompts: DevicePrompt[] = [];
  const onDevicePrompt = (prompt: DevicePrompt) => void prompts.push(prompt);
  const waits: number[] = [];
  /** What happens while the sign-in waits, by the number of the wait. */
  const meanwhile = new Map<number, () => void>();
  fixture.onWait((milliseconds) => {
    waits.push(milliseconds / 1000);
    meanwhile.get(waits.length)?.();
  });
  const decide = (decision: "approve" | "deny") =>
    fixture.server.decideDevice(prompts[0]?.userCode ?? "", decision);
  const signIn = (others = {}) => fixture.auth.signIn(fixture.request(GITHUB, { onDevicePrompt, ...others }));
  return { ...fixture, prompts, waits, meanwhile, decide, signIn };
}

test.each(["github", "rfc"] as const)(
  "signIn() with a device code shows it, waits for the person and gets a token (%s)",
  async (dialect) => {
    const { signIn, prompts, waits, meanwhile, decide, clock, server } = createFixture(dialect);
    const started = clock.now();
    meanwhile.set(3, () => decide("approve"));
    expect(await signIn()).toEqual({
      kind: "oauth",
      method: "device",
      clientId: CLIENT_ID,
      accessToken: "secret-access-1",
      refreshToken: "secret-refresh-1",
      expiresAt: clock.now() + HOURS_8,
    });
    const verificationUrl = "https://github.test/login/device";
    expect(prompts).toEqual([{ userCode: "WDJB-MJ01", verificationUrl, expiresAt: started + 900_000 }]);
    expect(waits).toEqual([5, 5, 5]);
    expect(server.tokens.isValid("secret-access-1")).toBe(true);
  },
);

test("signIn() requests the scopes", async () => {
  const { signIn, meanwhile, decide, sent } = createFixture();
  meanwhile.set(1, () => decide("approve"));
  await signIn();
  expect(new URLSearchParams(sent[0]?.body).get("scope")).toBe("repo read:org");
});

test("signIn() polls five seconds more slowly each time the vendor says slow_down", async () => {
  const { signIn, waits, meanwhile, decide, answerNext } = createFixture();
  const slower = async () => Response.json({ error: "slow_down", interval: 10 });
  meanwhile.set(1, () => answerNext(slower));
  meanwhile.set(2, () => answerNext(slower));
  meanwhile.set(4, () => decide("approve"));
  await signIn();
  expect(waits).toEqual([5, 10, 15, 15]);
});

test("signIn() polls at growing intervals while the vendor does not reply", async () => {
  const { signIn, waits, meanwhile, decide, answerNext } = createFixture();
  const down = async () => new Response("", { status: 502 });
  for (const at of [1, 2, 3, 4, 5]) meanwhile.set(at, () => answerNext(down));
  meanwhile.set(6, () => decide("approve"));
  expect(await signIn()).toMatchObject({ accessToken: "secret-access-1" });
  expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
});

test("signIn() ends when the person declines", async () => {
  const { signIn, meanwhile, decide } = createFixture();
  meanwhile.set(2, () => decide("deny"));
  await expect(signIn()).rejects.toMatchObject({
    code: "sign-in",
    message: "Cannot sign in at github.test: it was declined",
  });
});

test("signIn() ends when the code has expired, whether the vendor reports it or not", async () => {
  const { signIn, waits, clock } = createFixture();
  const started = clock.now();
  await expect(signIn()).rejects.toMatchObject({ code: "sign-in", message: /not entered in time/ });
  expect(clock.now() - started).toBe(900_000);
  expect(waits).toHaveLength(180);
  const told = createFixture();
  told.meanwhile.set(1, () => told.answerNext(async () => Response.json({ error: "expired_token" })));
  await expect(told.signIn()).rejects.toMatchObject({ code: "sign-in", message: /not entered in time/ });
});

test("signIn() stops polling at once when aborted", async () => {
  const { signIn, meanwhile, sent } = createFixture();
  const controller = new AbortController();
  meanwhile.set(2, () => controller.abort());
  await expect(signIn({ signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
  expect(sent).toHaveLength(2);
});

test("signIn() names the client id when the app has no device flow", async () => {
  const { signIn, answerNext } = createFixture();
  answerNext(async () => Response.json({ error: "device_flow_disabled" }));
  await expect(signIn()).rejects.toMatchObject({ code: "settings" });
  await expect(signIn({ entered: { clientId: "unknown" } })).rejects.toMatchObject({ code: "settings" });
});

test.each(["javascript:alert(1)", "http://github.test/login/device", "no address"])(
  "signIn() does not send the person to %s",
  async (verification_uri) => {
    const { signIn, answerNext, prompts } = createFixture();
    const fields = { device_code: "secret", user_code: "A", expires_in: 900, verification_uri };
    answerNext(async () => Response.json(fields));
    await expect(signIn()).rejects.toMatchObject({ code: "sign-in" });
    expect(prompts).toEqual([]);
  },
);

test("signIn() requests the code from a self-hosted server at its own origin", async () => {
  const { signIn, sent } = createFixture();
  await expect(signIn({ baseUrl: "https://git.example" })).rejects.toThrow();
  expect(sent[0]?.url).toBe("https://git.example/login/device/code");
});
