import { describe, expect, test, vi } from "vitest";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Credential } from "../../model/credential";
import type { Fetch } from "../../ports/fetch";
import { NEVER } from "../schedule/next-due";
import { fakeVendorFetch } from "../testing/fake-definition";
import { createIngestFixture } from "../testing/ingest-fixture";

describe("connectSource()", () => {
  test("signs in, identifies the account and adds a source that is due and reads", async () => {
    const { connect, get, vault, clock, run, ingest, items } = createIngestFixture();
    const id = await connect("secret-ann", { topics: "news" });
    expect(await get(id)).toEqual({
      id,
      connectorId: "board",
      label: "Board",
      settings: { baseUrl: "", topics: "news" },
      state: "idle",
      dueAt: clock.now(),
      addedAt: clock.now(),
      account: { id: "id-ann", name: "ann" },
    });
    expect(await vault.get(id)).toEqual({ kind: "token", token: "secret-ann" });
    await run(ingest.syncDue());
    expect(await items(id)).toEqual(["item of ann"]);
    // Requests of the sign-in and of reading count alike.
    expect((await ingest.serviceStatus(id))?.quota).toMatchObject({ limit: 10, left: 8 });
    expect((await ingest.list())[0]).toMatchObject({ service: { breaker: "closed" } });
  });

  test("adds several accounts, each once, also for two simultaneous calls", async () => {
    const { connect, sources } = createIngestFixture();
    await connect("secret-bob");
    const results = await Promise.allSettled([connect("secret-ann"), connect("secret-ann-2")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "settings",
      message: 'Cannot connect ann twice: sign in again at the source "Board" instead',
    });
    expect((await sources()).map(({ account }) => account?.name).sort()).toEqual(["ann", "bob"]);
  });

  test("distinguishes equal account ids of two servers", async () => {
    const { connect, sources } = createIngestFixture();
    await connect("secret-ann");
    await connect("secret-ann", { baseUrl: "https://board.ours.example" });
    expect(await sources()).toHaveLength(2);
  });

  test.each([
    ["a token the vendor does not know", { token: "secret-none" }, "sign-in"],
    ["no token", {}, "sign-in"],
  ])("keeps nothing after %s", async (_, entered, code) => {
    const { ingest, run, store } = createIngestFixture();
    const connecting = run(
      ingest.connectSource({ connectorId: "board", signIn: { methodId: "token", entered } }),
    );
    const thrown: unknown = await connecting.catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    for (let error = thrown; error instanceof Error; error = error.cause) {
      expect(`${error.message}${error.stack}`).not.toContain("secret-");
    }
    expect(await store.listSources()).toEqual([]);
  });

  test("keeps nothing when the vault does not store the credential", async () => {
    const wiped: string[] = [];
    const { connect, store } = createIngestFixture({
      vault: {
        put: () => Promise.reject(new Error("The disk is full")),
        delete: async (id) => {
          wiped.push(id);
        },
      },
    });
    await expect(connect("secret-ann")).rejects.toThrow("full");
    expect(await store.listSources()).toEqual([]);
    expect(wiped).toHaveLength(1);
  });

  test("refuses invalid settings before any request", async () => {
    const { ingest, connect } = createIngestFixture({ fetch: () => expect.fail("asked the vendor") });
    const other = {
      connectorId: "board",
      signIn: { methodId: "carrier-pigeon", entered: { token: "secret-ann" } },
    };
    await expect(ingest.connectSource(other)).rejects.toMatchObject({ code: "settings" });
    await expect(connect("secret-ann", { baseUrl: "http://board.ours.example" })).rejects.toMatchObject({
      code: "settings",
    });
    await expect(connect("secret-ann", { colour: "red" })).rejects.toMatchObject({ code: "settings" });
  });
});

describe("reconnectSource()", () => {
  const again = (token: string) => ({ methodId: "token", entered: { token } });

  test("continues the same account with the new credential", async () => {
    const { connect, ingest, run, vault, get, clock, store } = createIngestFixture();
    const id = await connect("secret-ann");
    await store.updateSource(id, { cursor: "c5", state: "waiting", dueAt: NEVER });
    await vault.put(id, { kind: "token", token: "secret-dead" });
    await run(ingest.reconnectSource(id, again("secret-ann-2")));
    expect(await get(id)).toMatchObject({ state: "idle", dueAt: clock.now(), cursor: "c5" });
    expect(await vault.get(id)).toEqual({ kind: "token", token: "secret-ann-2" });
    await run(ingest.syncDue());
    expect((await get(id)).state).toBe("idle");
  });

  test("refuses another account and changes nothing", async () => {
    const { connect, ingest, run, vault } = createIngestFixture();
    const id = await connect("secret-ann");
    await expect(run(ingest.reconnectSource(id, again("secret-bob")))).rejects.toMatchObject({
      code: "settings",
      message: "Cannot go on as bob: this source belongs to ann; connect bob as a new source",
    });
    expect(await vault.get(id)).toMatchObject({ token: "secret-ann" });
  });
});

describe("disconnectSource()", () => {
  test("revokes the token, deletes the credential and keeps the documents", async () => {
    const { connect, ingest, run, vault, get, items, revoked } = createIngestFixture();
    const id = await connect("secret-ann");
    await run(ingest.syncDue());
    await run(ingest.disconnectSource(id, { forget: false }));
    expect(revoked).toEqual([{ kind: "token", token: "secret-ann" }]);
    expect(await vault.get(id)).toBeUndefined();
    expect(await get(id)).toMatchObject({
      state: "waiting",
      dueAt: NEVER,
      problem: { code: "disconnected" },
    });
    expect(await items(id)).toEqual(["item of ann"]);
    await run(ingest.syncNow(id));
    expect(await get(id)).toMatchObject({ state: "waiting", problem: { code: "sign-in" } });
  });

  test.each(["disconnectSource", "removeSource"] as const)(
    "removes all documents where the person wants that, by %s()",
    async (way) => {
      const { connect, ingest, run, vault, store, items, sources } = createIngestFixture();
      const id = await connect("secret-ann");
      await run(ingest.syncDue());
      await run(
        way === "removeSource" ? ingest.removeSource(id) : ingest.disconnectSource(id, { forget: true }),
      );
      expect(await sources()).toEqual([]);
      expect(await items(id)).toEqual([]);
      expect(await vault.get(id)).toBeUndefined();
      expect(await store.limits.load(id)).toBeUndefined();
    },
  );

  test.each([
    ["does not answer", () => new Promise<never>(() => {})],
    ["refuses", () => Promise.reject(new UnavailableError("Cannot end the sign-in"))],
  ])("deletes the credential when the vendor %s", async (_, revoke) => {
    const { connect, ingest, run, vault, clock } = createIngestFixture({ auth: { revoke } });
    const id = await connect("secret-ann");
    const before = clock.now();
    await run(ingest.disconnectSource(id, { forget: false }));
    expect(await vault.get(id)).toBeUndefined();
    expect(clock.now() - before).toBeLessThanOrEqual(5_000);
  });

  test("deletes the credential while the vault is locked", async () => {
    const { connect, ingest, run, vault, revoked } = createIngestFixture();
    const id = await connect("secret-ann");
    await vault.setPassphrase("otter");
    await vault.lock();
    await run(ingest.disconnectSource(id, { forget: true }));
    await vault.unlock("otter");
    expect(await vault.get(id)).toBeUndefined();
    expect(revoked).toEqual([]);
  });
});

test("unlock() continues the sources that waited for it", async () => {
  const { connect, ingest, run, vault, get, clock } = createIngestFixture();
  const id = await connect("secret-ann");
  await vault.setPassphrase("otter");
  await vault.lock();
  await run(ingest.syncDue());
  expect(await get(id)).toMatchObject({ state: "waiting", problem: { code: "locked" } });
  await expect(ingest.unlock("badger")).rejects.toMatchObject({ code: "settings" });
  await ingest.unlock("otter");
  expect(await get(id)).toMatchObject({ state: "idle", dueAt: clock.now() });
  await run(ingest.syncDue());
  expect(await get(id)).not.toHaveProperty("problem");
});

test("the address of a connected source cannot be changed, the other settings can", async () => {
  const { connect, ingest, run, get } = createIngestFixture();
  const id = await connect("secret-ann");
  await run(ingest.syncDue());
  await expect(
    ingest.updateSource(id, { settings: { baseUrl: "https://evil.example" } }),
  ).rejects.toMatchObject({ code: "settings" });
  await ingest.updateSource(id, { settings: { topics: "news" } });
  expect(await get(id)).toMatchObject({ settings: { baseUrl: "", topics: "news" } });
  expect(await get(id)).not.toHaveProperty("cursor");
});

test("clear() deletes every credential", async () => {
  const { connect, ingest, vault } = createIngestFixture();
  const id = await connect("secret-ann");
  const held: Credential | undefined = await vault.get(id);
  expect(held).toBeDefined();
  await ingest.clear();
  expect(await vault.get(id)).toBeUndefined();
  expect(await ingest.list()).toEqual([]);
});

test("vendors that do not reply delay no other source", async () => {
  let hanging = 0;
  const fetch: Fetch = (url, init) => {
    if (!url.endsWith("ours.example/items")) return fakeVendorFetch(url, init);
    hanging++;
    return new Promise(() => {});
  };
  const { connect, ingest, run, items, clock } = createIngestFixture({ fetch });
  for (const at of [1, 2, 3, 4, 5]) await connect("secret-ann", { baseUrl: `https://${at}.ours.example` });
  const due = ingest.syncDue();
  await vi.waitUntil(() => hanging >= 3);
  const before = clock.now();
  const id = await connect("secret-bob");
  await run(ingest.syncNow(id));
  expect(await items(id)).toEqual(["item of bob"]);
  expect(clock.now()).toBe(before);
  await run(due);
  const states = (await ingest.list()).map(({ source }) => source.state);
  expect(states.sort()).toEqual(["failed", "failed", "failed", "failed", "failed", "idle"]);
});
