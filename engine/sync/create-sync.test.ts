import { describe, expect, test, vi } from "vitest";
import type { Connector } from "../connectors/connector";
import { PermissionError } from "../errors/permission-error";
import { ReadItemError } from "../errors/read-item-error";
import { SettingsError } from "../errors/settings-error";
import type { Source } from "../model/source";
import type { Store } from "../store/store";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { createFakeConnector, createFakeSource } from "../testing/fakes/fake-connector";
import { pullPageFixture, sourceDocumentFixture, sourceFixture } from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";
import { createSync } from "./create-sync";
import type { SyncDeps } from "./run/source-run";
import { NEVER } from "./schedule/next-due";
import { createGatedConnector } from "./testing/gated-connector";

const MINUTE = 60_000;

interface FixtureOptions extends Partial<SyncDeps> {
  /** Connectors by source id. */
  readonly connectors?: Readonly<Record<string, Connector>>;
  readonly intervalMinutes?: number;
}

function createFixture(options: FixtureOptions = {}) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const changes = { count: 0 };
  const sync = createSync({
    store,
    clock,
    makeConnector: (source) => ({
      connector: options.connectors?.[source.id] ?? createFakeConnector(createFakeSource()),
      intervalMinutes: options.intervalMinutes ?? 5,
    }),
    wait: async () => {},
    random: () => 1,
    onChange: () => {
      changes.count++;
    },
    ...options,
  });
  const add = (fields: Partial<Source>) => store.addSource(sourceFixture(fields));
  const get = async (id: string) => (await store.getSource(id)) ?? expect.fail(`no source ${id}`);
  return { clock, store, sync, add, get, changes };
}

/** A connector whose pull rejects. */
function createFailingConnector(error: Error): Connector {
  return { pull: () => Promise.reject(error) };
}

async function itemIds(store: Store, sourceId: string): Promise<readonly string[]> {
  return (await store.ledger(sourceId, { offset: 0, limit: 100 })).map((row) => row.itemId);
}

describe("syncDue()", () => {
  test("pulls every page of a due source and sets its next due time", async () => {
    const world = createFakeSource({ a: "1", b: "2", c: "3", d: "4" });
    const { sync, add, get, store, clock } = createFixture({
      connectors: { due: createFakeConnector(world) },
    });
    await add({ id: "due", dueAt: clock.now(), problem: { code: "bug", message: "Old" }, failedRuns: 2 });
    await add({ id: "later", dueAt: clock.now() + 1 });
    await sync.syncDue();
    expect(await itemIds(store, "due")).toEqual(["a", "b", "c", "d"]);
    const { now } = clock;
    expect(await get("due")).toEqual(
      sourceFixture({ id: "due", cursor: "4", dueAt: now() + 5 * MINUTE, lastSyncAt: now() }),
    );
    expect(await get("later")).not.toHaveProperty("lastSyncAt");
  });

  test("does not run paused and waiting sources", async () => {
    const { sync, add, get } = createFixture();
    await add({ id: "paused", state: "paused" });
    await add({ id: "waiting", state: "waiting" });
    await sync.syncDue();
    expect((await get("paused")).state).toBe("paused");
    expect((await get("waiting")).state).toBe("waiting");
  });

  test("goes on from the cursor of an interrupted run", async () => {
    const world = createFakeSource({ a: "1", b: "2" });
    const { sync, add, get, store } = createFixture({ connectors: { cut: createFakeConnector(world) } });
    await add({ id: "cut", state: "syncing", cursor: "1", dueAt: NEVER });
    await sync.syncDue();
    expect(await itemIds(store, "cut")).toEqual(["b"]);
    expect((await get("cut")).state).toBe("idle");
  });

  test("sets no due time when only events update the source", async () => {
    const { sync, add, get } = createFixture({ intervalMinutes: 0 });
    await add({ id: "events" });
    await sync.syncDue();
    expect((await get("events")).dueAt).toBe(NEVER);
  });

  test("deletes items that are no longer listed", async () => {
    const world = createFakeSource({ a: "1", b: "2" });
    const connector = createFakeConnector(world, { reportsDeletions: false });
    const { sync, add, store, clock } = createFixture({ connectors: { notes: connector } });
    await add({ id: "notes" });
    await sync.syncDue();
    world.delete("a");
    clock.advance(5 * MINUTE);
    await sync.syncDue();
    expect(await itemIds(store, "notes")).toEqual(["b"]);
  });

  test("deletes nothing after an incomplete listing, and gives the reason", async () => {
    const world = createFakeSource({ a: "1" });
    const listIds = () => Promise.reject(new ReadItemError("Cannot read folder x"));
    const connector = { ...createFakeConnector(world), listIds };
    const { sync, add, get, store } = createFixture({ connectors: { notes: connector } });
    await add({ id: "notes" });
    await sync.syncDue();
    expect(await itemIds(store, "notes")).toEqual(["a"]);
    expect(await get("notes")).toMatchObject({ state: "idle", problem: { message: "Cannot read folder x" } });
  });

  test("runs other sources when one fails, and backs off from that one", async () => {
    const world = createFakeSource({ a: "1" });
    const connectors = { bad: createFailingConnector(new Error("Down")), good: createFakeConnector(world) };
    const { sync, add, get, store, clock } = createFixture({ connectors });
    await add({ id: "bad" });
    await add({ id: "good" });
    const delays: number[] = [];
    for (let run = 0; run < 3; run++) {
      await sync.syncDue();
      delays.push((await get("bad")).dueAt - clock.now());
      clock.advance(delays.at(-1) ?? 0);
    }
    expect(delays).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE]);
    expect(await get("bad")).toMatchObject({ state: "failed", failedRuns: 3, problem: { message: "Down" } });
    expect(await itemIds(store, "good")).toEqual(["a"]);
  });

  test("does not name an old problem while it syncs again", async () => {
    const seen: unknown[] = [];
    const fixture = createFixture({
      connectors: {
        notes: {
          ...createFakeConnector(createFakeSource({ a: "1" })),
          pull: async (cursor, signal) => {
            seen.push((await fixture.get("notes")).problem);
            return createFakeConnector(createFakeSource({ a: "1" })).pull(cursor, signal);
          },
        },
      },
    });
    const { sync, add, clock } = fixture;
    const problem = { code: "permission", message: "Chrome has taken back access" } as const;
    await add({ id: "notes", dueAt: clock.now(), problem });
    await sync.syncNow("notes");
    expect(seen).toEqual([undefined]);
  });

  test("waits for the person on a withdrawn permission, and does not repeat invalid settings", async () => {
    const connectors = {
      lapsed: createFailingConnector(new PermissionError("Allow the folder again")),
      wrong: createFailingConnector(new SettingsError("No such site")),
    };
    const { sync, add, get } = createFixture({ connectors });
    await add({ id: "lapsed" });
    await add({ id: "wrong" });
    await sync.syncDue();
    expect(await get("lapsed")).toMatchObject({
      state: "waiting",
      dueAt: NEVER,
      problem: { code: "permission" },
    });
    expect(await get("wrong")).toMatchObject({
      state: "failed",
      dueAt: NEVER,
      problem: { code: "settings" },
    });
  });

  test("waits for room in the outbox before the next page", async () => {
    const world = createFakeSource({ a: "1", b: "2" });
    const waits: number[] = [];
    const { sync, add, store } = createFixture({
      connectors: { full: createFakeConnector(world, { pageSize: 1 }) },
      wait: async () => {
        const { entries } = await store.backlog();
        waits.push(entries);
        if (waits.length === 3) await store.removeSource("other");
      },
    });
    await add({ id: "other", state: "paused" });
    const documents = Array.from({ length: 2_000 }, (_, at) => sourceDocumentFixture({ id: `${at}` }));
    await store.commitPage("other", pullPageFixture({ documents }));
    await add({ id: "full" });
    await sync.syncDue();
    expect(waits).toEqual([2_000, 2_000, 2_000]);
    expect(await itemIds(store, "full")).toEqual(["a", "b"]);
  });
});

describe("syncNow()", () => {
  test("runs a waiting source that is not due", async () => {
    const world = createFakeSource({ a: "1" });
    const { sync, add, get } = createFixture({ connectors: { notes: createFakeConnector(world) } });
    await add({ id: "notes", state: "waiting", dueAt: NEVER });
    await sync.syncNow("notes");
    expect((await get("notes")).state).toBe("idle");
  });

  test("does nothing for a removed source", async () => {
    const { sync, changes } = createFixture();
    await sync.syncNow("gone");
    expect(changes.count).toBe(0);
  });

  test("goes ahead of sources that wait for their turn", async () => {
    const gates = [createGatedConnector(), createGatedConnector(), createGatedConnector()];
    const order: string[] = [];
    const noted = (id: string): Connector => ({
      pull: async () => {
        order.push(id);
        return pullPageFixture();
      },
    });
    const connectors = {
      ...Object.fromEntries(gates.map(({ connector }, at) => [`busy${at}`, connector])),
      first: noted("first"),
      second: noted("second"),
    };
    const { sync, add } = createFixture({ connectors });
    for (const id of Object.keys(connectors)) await add({ id });
    const due = sync.syncDue();
    await Promise.all(gates.map(({ pulling }) => pulling));
    const asked = sync.syncNow("second");
    for (const gate of gates) gate.release();
    await Promise.all([due, asked]);
    expect(order).toEqual(["second", "first"]);
  });
});

test("touch() runs a running source once more", async () => {
  const { connector, pulls, pulling, release } = createGatedConnector();
  const { sync, add, get, clock } = createFixture({ connectors: { marks: connector } });
  await add({ id: "marks", connectorId: "bookmarks" });
  await add({ id: "paused", connectorId: "bookmarks", state: "paused" });
  const first = sync.syncNow("marks");
  await pulling;
  const touches = [sync.touch("bookmarks"), sync.touch("bookmarks"), sync.touch("history")];
  // The touches join the run when they are stored. Only after that may the first pass end.
  await vi.waitUntil(async () => (await get("marks")).dueAt === clock.now());
  release();
  await Promise.all([first, ...touches]);
  expect(pulls).toEqual(["start", "1"]);
});

test("a source removed during its run stops without an error", async () => {
  const { connector, pulling, release } = createGatedConnector();
  const { sync, add, store } = createFixture({ connectors: { notes: connector } });
  await add({ id: "notes" });
  const run = sync.syncNow("notes");
  await pulling;
  await store.removeSource("notes");
  release();
  await run;
  expect(await store.listSources()).toEqual([]);
});

test("withoutRun() stops all writes of the active run, and the next run starts after it has ended", async () => {
  const { connector, pulls, pulling, release } = createGatedConnector();
  const { sync, add, get, store } = createFixture({ connectors: { notes: connector } });
  await add({ id: "notes" });
  const run = sync.syncNow("notes");
  await pulling;
  const cancelled = sync.withoutRun("notes", (ended) => ended);
  await store.updateSource("notes", { state: "paused" });
  release();
  await Promise.all([run, cancelled]);
  expect(await get("notes")).toMatchObject({ state: "paused" });
  expect(await get("notes")).not.toHaveProperty("cursor");
  await store.updateSource("notes", { state: "idle" });
  await sync.syncNow("notes");
  expect(pulls).toEqual(["start", "start"]);
});

test("stop() leaves a running source to be continued", async () => {
  const { connector, pulling, release } = createGatedConnector();
  const { sync, add, get } = createFixture({ connectors: { notes: connector } });
  await add({ id: "notes" });
  const run = sync.syncNow("notes");
  await pulling;
  const stopped = sync.stop();
  release();
  await Promise.all([run, stopped]);
  expect((await get("notes")).state).toBe("syncing");
  await sync.syncDue();
  expect((await get("notes")).state).toBe("idle");
});
