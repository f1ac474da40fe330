import { describe, expect, test } from "vitest";
import type { Connector } from "../../connectors/connector";
import { SignInError } from "../../errors/sign-in-error";
import { createFakeConnector, createFakeSource } from "../../testing/fakes/fake-connector";
import { pullPageFixture, sourceDocumentFixture } from "../../testing/fixtures";
import { createFetchItems, createSyncFixture } from "../testing/sync-fixture";

describe("retryItem()", () => {
  test("fetches the item at once, beside a run, and does not change the cursor", async () => {
    const world = createFakeSource({ a: "2" });
    const hanging = (): Connector => ({
      pull: (_, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      fetchItems: createFetchItems(world),
    });
    const { sync, add, store, get } = createSyncFixture({ notes: hanging });
    await add({ id: "notes", cursor: "c7" });
    await store.commitItems("notes", {
      documents: [sourceDocumentFixture({ id: "a" })],
      deletions: [],
      failures: [],
    });
    const run = sync.syncNow("notes");
    await sync.retryItem("notes", "a");
    expect(await store.known("notes", ["a"])).toEqual(new Map([["a", { version: "2" }]]));
    expect((await get("notes")).cursor).toBe("c7");
    await sync.stop();
    await run;
  });

  test("removes the copy of an item that may no longer be read", async () => {
    const world = createFakeSource();
    const gone = (): Connector => ({
      pull: async () => pullPageFixture(),
      fetchItems: createFetchItems(world),
    });
    const { sync, add, store, ids } = createSyncFixture({ notes: gone });
    await add({ id: "notes" });
    await store.commitItems("notes", {
      documents: [sourceDocumentFixture({ id: "a" })],
      deletions: [],
      failures: [],
    });
    await sync.retryItem("notes", "a");
    expect(await ids("notes")).toEqual([]);
  });

  test("makes the next pass deliver the item again when the connector cannot fetch items", async () => {
    const world = createFakeSource({ a: "1", b: "2" });
    const { sync, add, store } = createSyncFixture(
      { notes: () => createFakeConnector(world) },
      { connected: false },
    );
    await add({ id: "notes" });
    await sync.syncNow("notes");
    const before = await store.takePending({ entries: 9, bytes: 1e9 });
    await sync.retryItem("notes", "a");
    const after = await store.takePending({ entries: 9, bytes: 1e9 });
    const seqs = (entries: typeof after) =>
      Object.fromEntries(entries.map((entry) => ["itemId" in entry && entry.itemId, entry.seq]));
    expect(seqs(after).b).toBe(seqs(before).b);
    expect(seqs(after).a).toBeGreaterThan(seqs(before).a ?? Number.NaN);
  });

  test("states why an item cannot be retried", async () => {
    const refused = (): Connector => ({
      pull: async () => pullPageFixture(),
      fetchItems: () => Promise.reject(new SignInError("Sign in again")),
    });
    const { sync, add } = createSyncFixture({ notes: refused });
    await add({ id: "notes" });
    await expect(sync.retryItem("notes", "a")).rejects.toMatchObject({ code: "sign-in" });
    await expect(sync.retryItem("gone", "a")).rejects.toMatchObject({ code: "not-found" });
  });
});
