import { describe, expect, test } from "vitest";
import { UnavailableError } from "../errors/unavailable-error";
import type { Credential } from "../model/credential";
import { createServiceFixture, json, VENDOR_URL } from "./testing/service-fixture";

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    json({}, { status: code, headers });

/** A vendor that accepts only this token. */
const accepting = (token: string) => (request: Request) =>
  request.headers.get("authorization") === `Bearer ${token}` ? json({}) : json({}, { status: 401 });

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe("the credential", () => {
  test("is sent with every request, and the reply has its body read", async () => {
    const { api, run, sent } = createServiceFixture({ reply: () => json({ a: 1 }) });
    const response = await run(api.fetch(`${VENDOR_URL}?x=1`));
    expect(await response.json()).toEqual({ a: 1 });
    expect(response.url).toBe(`${VENDOR_URL}?x=1`);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer secret-1");
    expect(sent[0]).toMatchObject({ credentials: "omit", redirect: "follow", cache: "no-store" });
  });

  test("is sent as the vendor requires, and then no redirect is followed", async () => {
    const authorize = (headers: Headers, credential: Credential) => {
      if (credential.kind === "token") headers.set("X-Key", `${credential.user}:${credential.token}`);
    };
    const credential: Credential = { kind: "token", token: "secret-1", user: "ann" };
    const { api, run, sent } = createServiceFixture({ credential, behaviour: { authorize } });
    await run(api.fetch(VENDOR_URL));
    expect(sent[0]?.headers.get("x-key")).toBe("ann:secret-1");
    expect(sent[0]?.redirect).toBe("error");
  });

  test("rejects with SignInError when it is missing", async () => {
    const { api, run, vault, sent } = createServiceFixture();
    await vault.delete("source");
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "sign-in" });
    expect(sent).toEqual([]);
  });

  test("rejects with the vault's own error when the vault is locked", async () => {
    const { api, run, vault } = createServiceFixture();
    await vault.setPassphrase("otter");
    await vault.lock();
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "locked" });
  });

  test("is refreshed once when ten requests find it refused, and each is sent again once", async () => {
    const { api, run, sent, refreshes, vault } = createServiceFixture({ reply: accepting("secret-2") });
    const responses = await run(Promise.all(times(10, () => api.fetch(VENDOR_URL))));
    expect(responses.map((response) => response.status)).toEqual(times(10, () => 200));
    expect(refreshes).toHaveLength(1);
    expect(sent.filter((request) => request.headers.get("authorization") === "Bearer secret-2")).toHaveLength(
      10,
    );
    expect(await vault.get("source")).toMatchObject({ accessToken: "secret-2" });
  });

  test("is refreshed before it expires", async () => {
    const { api, run, clock, vault, sent, refreshes } = createServiceFixture();
    const credential = await vault.get("source");
    await vault.put("source", { ...credential, expiresAt: clock.now() + 59_000 } as Credential);
    await run(Promise.all([api.fetch(VENDOR_URL), api.fetch(VENDOR_URL)]));
    expect(refreshes).toHaveLength(1);
    expect(sent.map((request) => request.headers.get("authorization"))).toEqual(
      times(2, () => "Bearer secret-2"),
    );
  });

  test("is used until it expires when it cannot be refreshed in time", async () => {
    const refresh = () => Promise.reject(new UnavailableError("The vendor does not answer"));
    const { api, run, clock, vault, sent } = createServiceFixture({ options: { auth: { refresh } } });
    const credential = await vault.get("source");
    await vault.put("source", { ...credential, expiresAt: clock.now() + 1_000 } as Credential);
    await run(api.fetch(VENDOR_URL));
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer secret-1");
  });

  test("requires a new sign-in when it is refused after the refresh", async () => {
    const { api, run, sent } = createServiceFixture({ replies: [status(401)] });
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({
      code: "sign-in",
      message: "Sign in to Vendor again: it no longer accepts the token",
    });
    expect(sent).toHaveLength(2);
  });

  test("requires a new sign-in when it was pasted and is refused", async () => {
    const credential: Credential = { kind: "token", token: "secret-1" };
    const { api, run, sent, refreshes } = createServiceFixture({ credential, replies: [status(401)] });
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "sign-in" });
    expect([sent.length, refreshes.length]).toEqual([1, 0]);
  });

  test("is refused when the vendor says so in its own form", async () => {
    const refusesCredential = async (response: Response) => (await response.json()).error === "invalid_auth";
    const { api, run, refreshes } = createServiceFixture({
      replies: [() => json({ error: "invalid_auth" }), () => json({ ok: true })],
      behaviour: { isCredentialRefused: refusesCredential },
    });
    expect(await (await run(api.fetch(VENDOR_URL))).json()).toEqual({ ok: true });
    expect(refreshes).toHaveLength(1);
  });

  test("is kept when the vendor accepts it for other requests", async () => {
    const lacksScope = async (response: Response) => (await response.json()).error === "no scope";
    const { api, run, refreshes } = createServiceFixture({
      replies: [() => Response.json({ error: "no scope" }, { status: 401 })],
      behaviour: { isPermissionMissing: lacksScope },
    });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(401);
    expect(refreshes).toHaveLength(0);
  });

  test("is requested from the browser, which removes a refused one from its cache", async () => {
    const tokens = ["secret-1", "secret-2"];
    const forgotten: string[] = [];
    const { api, run } = createServiceFixture({
      credential: { kind: "browser", method: "browser", scopes: ["read"] },
      reply: accepting("secret-2"),
      webAuth: {
        redirectUrl: "",
        launch: async () => "",
        browserToken: async (scopes, { interactive }) => `${tokens[0]}${scopes}${interactive}`.slice(0, 8),
        forgetBrowserToken: async (token) => {
          forgotten.push(token);
          tokens.shift();
        },
      },
    });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(200);
    expect(forgotten).toEqual(["secret-1"]);
  });

  test("is not stored by a refresh that ends after the source was disconnected", async () => {
    let refreshing: () => void = () => {};
    const started = new Promise<void>((resolve) => {
      refreshing = resolve;
    });
    const refresh = () => {
      refreshing();
      return new Promise<Credential>(() => {});
    };
    const { api, run, vault } = createServiceFixture({
      replies: [status(401)],
      options: { auth: { refresh } },
    });
    const asked = api.fetch(VENDOR_URL);
    const refused = expect(run(asked)).rejects.toMatchObject({ name: "AbortError" });
    await started;
    await api.close();
    await vault.delete("source");
    await refused;
    expect(await vault.get("source")).toBeUndefined();
  });
});

describe("a request", () => {
  test.each([
    "https://evil.example/items",
    "https://api.vendor.example.evil.example/items",
    "https://api.vendor.example@evil.example/items",
    "https://api.vendor.example:8443/items",
    "http://api.vendor.example/items",
    "/items",
  ])("is never sent to %s", async (url) => {
    const { api, run, sent } = createServiceFixture();
    await expect(run(api.fetch(url))).rejects.toMatchObject({ code: "unavailable" });
    expect(sent).toEqual([]);
  });

  test("is sent to the hosts of a pattern", async () => {
    const { api, run } = createServiceFixture({ service: { hosts: ["https://*.vendor.example/*"] } });
    for (const host of ["vendor.example", "a.vendor.example"]) await run(api.fetch(`https://${host}/x`));
    await expect(run(api.fetch("https://evilvendor.example/x"))).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  test("is sent to a self-hosted server only, over HTTPS unless it is this computer", async () => {
    const at = (baseUrl: string) =>
      createServiceFixture({ service: { baseUrlSetting: "baseUrl" }, settings: { baseUrl } });
    const own = at("https://git.example/base/");
    await own.run(own.api.fetch("https://git.example/api"));
    await expect(own.run(own.api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "unavailable" });
    const local = at("http://localhost:4000");
    await local.run(local.api.fetch("http://localhost:4000/api"));
    const open = at("http://git.example");
    await expect(open.run(open.api.fetch("http://git.example/api"))).rejects.toMatchObject({
      code: "settings",
    });
  });

  test("only reads data", async () => {
    const { api, run } = createServiceFixture();
    await expect(run(api.fetch(VENDOR_URL, { method: "DELETE" }))).rejects.toThrow("Atlas only reads");
  });
});

test("no error contains a token, nor does its cause", async () => {
  const tokens = ["secret-1", "secret-\u20ac", "secret-\n1"];
  const replies = [status(401), status(500), status(429), () => json("x".repeat(10))];
  for (const token of tokens) {
    for (const reply of replies) {
      const credential: Credential = { kind: "token", token };
      const { api, run } = createServiceFixture({ credential, replies: [reply] });
      const thrown: unknown = await run(api.fetch(VENDOR_URL)).catch((error: unknown) => error);
      for (let error = thrown; error instanceof Error; error = error.cause) {
        expect(`${error.message}${error.stack}`).not.toContain("secret");
      }
    }
  }
});
