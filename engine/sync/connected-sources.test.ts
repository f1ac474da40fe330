import { describe, expect, test } from "vitest";
import type { Connector } from "../connectors/connector";
import { LockedError } from "../errors/locked-error";
import { ReadItemError } from "../errors/read-item-error";
import { SignInError } from "../errors/sign-in-error";
import { UnavailableError } from "../errors/unavailable-error";
import { WaitError } from "../errors/wait-error";
import type { Source } from "../model/source";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { createFakeConnector, createFakeSource } from "../testing/fakes/fake-connector";
import { pullPageFixture, sourceDocumentFixture } from "../testing/fixtures";
import type { RequestHooks } from "./run/source-run";
import { NEVER } from "./schedule/next-due";
import { createFetchItems, createSyncFixture } from "./testing/sync-fixture";

const MINUTE = 60_000;

const createFailingConnector = (error: Error) => (): Connector => ({ pull: () => Promise.reject(error) });

describe("a run that ends early", () => {
  test("for a rate limit goes on after it, and counts as no failure", async () => {
    const retryAt = createFakeClock().now() + 42_000;
    const limited = createFailingConnector(new WaitError(retryAt, "Vendor allows no more requests"));
    const { sync, add, get, clock } = createSyncFixture({ limited });
    await add({ id: "limited", failedRuns: 3, state: "failed" });
    await sync.syncDue();
    expect(await get("limited")).toMatchObject({
      state: "idle",
      dueAt: retryAt,
      problem: { code: "wait", message: "Vendor allows no more requests" },
    });
    expect(await get("limited")).not.toHaveProperty("failedRuns");
    clock.advance(42_000);
    await sync.syncDue();
    expect((await get("limited")).state).toBe("idle");
  });

  test("waits for the person when the sign-in is invalid or the vault is locked", async () => {
    const { sync, add, get } = createSyncFixture({
      dead: createFailingConnector(new SignInError("Sign in again")),
      locked: createFailingConnector(new LockedError("Enter the passphrase")),
    });
    for (const id of ["dead", "locked"]) await add({ id });
    await sync.syncDue();
    expect(await get("dead")).toMatchObject({ state: "waiting", dueAt: NEVER, problem: { code: "sign-in" } });
    expect(await get("locked")).toMatchObject({
      state: "waiting",
      dueAt: NEVER,
      problem: { code: "locked" },
    });
  });

  test("backs off when the vendor cannot be reached", async () => {
    const { sync, add, get, clock } = createSyncFixture({
      down: createFailingConnector(new UnavailableError("Cannot reach Vendor")),
    });
    await add({ id: "down" });
    await sync.syncDue();
    expect(await get("down")).toMatchObject({ state: "failed", failedRuns: 1, dueAt: clock.now() + MINUTE });
  });
});

test("sources that wait for their vendors delay no other source", async () => {
  const silent = Array.from({ length: 12 }, (_, at) => `silent${at}`);
  const never = (_: Source, hooks?: RequestHooks): Connector => ({
    pull: (_cursor, signal) => {
      hooks?.onRequest();
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    },
  });
  const world = createFakeSource({ a: "1", b: "2", c: "3", d: "4" });
  const { sync, add, ids } = createSyncFixture({
    ...Object.fromEntries(silent.map((id) => [id, never])),
    well: () => createFakeConnector(world),
  });
  for (const id of silent) await add({ id });
  await add({ id: "well", addedAt: 1 });
  const due = sync.syncDue();
  await sync.syncNow("well");
  expect(await ids("well")).toEqual(["a", "b", "c", "d"]);
  await sync.stop();
  await due;
});

test("a source that runs for long does not delay the next check of due sources", async () => {
  let answer: () => void = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow = (_: Source, hooks?: RequestHooks): Connector => ({
    pull: async () => {
      hooks?.onRequest();
      await answered;
      return pullPageFixture();
    },
  });
  const world = createFakeSource({ a: "1" });
  const { sync, add, get, ids } = createSyncFixture({ slow, other: () => createFakeConnector(world) });
  await add({ id: "slow" });
  const first = sync.syncDue();
  await add({ id: "other" });
  await sync.syncDue();
  expect(await ids("other")).toEqual(["a"]);
  expect((await get("slow")).state).toBe("syncing");
  answer();
  await first;
  expect((await get("slow")).state).toBe("idle");
});

test("pages of new items go before pages of older ones, page by page", async () => {
  const order: string[] = [];
  const pager = (id: string, backfill: boolean): Connector => ({
    pull: async (cursor) => {
      order.push(id);
      const page = Number(cursor ?? 0) + 1;
      return pullPageFixture({ cursor: String(page), done: page === 4, progress: { backfill } });
    },
  });
  const olds = ["old1", "old2", "old3", "old4"];
  const { sync, add } = createSyncFixture({
    ...Object.fromEntries(olds.map((id) => [id, () => pager(id, true)])),
    fresh: () => pager("fresh", false),
  });
  for (const id of olds) await add({ id, progress: { backfill: true } });
  await add({ id: "fresh", addedAt: 1 });
  await sync.syncDue();
  expect(order).toHaveLength(20);
  expect(order.lastIndexOf("fresh")).toBeLessThan(14);
});

describe("progress", () => {
  test("is stored with the page, with the speed while older items are read", async () => {
    let clock = createFakeClock();
    const pages = [
      { cursor: "1", done: false, progress: { backfill: true, total: 9, coveredSince: 5 } },
      { cursor: "2", done: true, progress: { backfill: true, total: 9 } },
      { cursor: "3", done: true, progress: { backfill: false } },
    ];
    const read = (): Connector => ({
      pull: async (cursor) => {
        clock.advance(MINUTE);
        const documents = [1, 2].map((at) => sourceDocumentFixture({ id: `${cursor ?? 0}-${at}` }));
        return pullPageFixture({ documents, ...pages[Number(cursor ?? 0)] });
      },
    });
    const fixture = createSyncFixture({ read });
    ({ clock } = fixture);
    await fixture.add({ id: "read" });
    await fixture.sync.syncNow("read");
    expect(await fixture.get("read")).toMatchObject({
      progress: { backfill: true, total: 9 },
      pace: { itemsPerMinute: 2, at: clock.now() },
    });
    await fixture.sync.syncNow("read");
    expect((await fixture.get("read")).progress).toEqual({ backfill: false });
    expect(await fixture.get("read")).not.toHaveProperty("pace");
  });
});

describe("the vendor's listing", () => {
  test("is requested no more often than declared", async () => {
    const world = createFakeSource({ a: "1", b: "2" });
    const { sync, add, clock, ids, get } = createSyncFixture(
      { notes: () => createFakeConnector(world, { reportsDeletions: false }) },
      { pruneMinutes: 60 },
    );
    await add({ id: "notes" });
    await sync.syncNow("notes");
    expect((await get("notes")).prunedAt).toBe(clock.now());
    world.delete("a");
    clock.advance(59 * MINUTE);
    await sync.syncNow("notes");
    expect(await ids("notes")).toEqual(["a", "b"]);
    clock.advance(MINUTE);
    await sync.syncNow("notes");
    expect(await ids("notes")).toEqual(["b"]);
  });

  test("leads to fetches of the missed items, in batches", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `item${String(at).padStart(2, "0")}`);
    const world = createFakeSource(Object.fromEntries(names.map((name) => [name, "1"])));
    const asked: (readonly string[])[] = [];
    const connector = (): Connector => ({
      pull: async () => pullPageFixture({ documents: [sourceDocumentFixture({ id: "item00" })] }),
      listIds: async () => names,
      fetchItems: createFetchItems(world, asked),
    });
    const { sync, add, ids } = createSyncFixture({ notes: connector });
    await add({ id: "notes" });
    await sync.syncNow("notes");
    expect(await ids("notes")).toEqual(names);
    expect(asked.map((batch) => batch.length)).toEqual([25, 25, 9]);
  });

  test("keeps the finished pass when a rate limit interrupts it", async () => {
    const limited = (): Connector => ({
      pull: async () => pullPageFixture(),
      listIds: () => Promise.reject(new WaitError(99, "Later")),
    });
    const { sync, add, get, clock } = createSyncFixture({ limited });
    await add({ id: "limited" });
    await sync.syncNow("limited");
    expect(await get("limited")).toMatchObject({ state: "idle", dueAt: 99, lastSyncAt: clock.now() });
  });
});

describe("a source read from the beginning", () => {
  const documents = ["kept", "left out"].map((id) => sourceDocumentFixture({ id }));
  const seen: (readonly string[])[] = [];

  async function begun(connector: Partial<Connector>) {
    seen.length = 0;
    const fixture = createSyncFixture({
      notes: () => ({
        pull: async () => {
          seen.push(await fixture.ids("notes"));
          return pullPageFixture({ documents: documents.slice(0, 1) });
        },
        ...connector,
      }),
    });
    await fixture.add({ id: "notes" });
    await fixture.store.commitItems("notes", { documents, deletions: [], failures: [] });
    await fixture.sync.syncNow("notes");
    return fixture;
  }

  test("first loses the items outside its settings, by the vendor's listing", async () => {
    const { ids } = await begun({ listIds: async () => ["kept"] });
    expect(seen).toEqual([["kept"]]);
    expect(await ids("notes")).toEqual(["kept"]);
  });

  test("first loses all items where the vendor has no listing", async () => {
    const { ids } = await begun({});
    expect(seen).toEqual([[]]);
    expect(await ids("notes")).toEqual(["kept"]);
  });

  test("loses nothing by an incomplete listing", async () => {
    const { ids, get } = await begun({ listIds: () => Promise.reject(new ReadItemError("Cannot list all")) });
    expect(await ids("notes")).toEqual(["kept", "left out"]);
    expect((await get("notes")).problem).toMatchObject({ message: "Cannot list all" });
  });
});
