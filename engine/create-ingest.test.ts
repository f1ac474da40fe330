import { describe, expect, test, vi } from "vitest";
import type { Connector, ConnectorDeclaration, ConnectorDefinition } from "./connectors/connector";
import { connectors } from "./connectors/registry";
import { createIngest } from "./create-ingest";
import type { Settings } from "./model/source";
import { createFakeAuth } from "./testing/fakes/fake-auth";
import { createFakeClock } from "./testing/fakes/fake-clock";
import { createFakeConnector, createFakeSource } from "./testing/fakes/fake-connector";
import { createFakeContext } from "./testing/fakes/fake-context";
import { createMemoryVault } from "./testing/fakes/memory-vault";
import { pullPageFixture, sourceDocumentFixture, sourceFixture } from "./testing/fixtures";
import { openTestStore } from "./testing/store/open-test-store";

const folder: ConnectorDeclaration = {
  id: "folder",
  name: "Folder",
  description: "Files of a folder.",
  reads: [],
  notRead: [],
  icon: "folder",
  permissions: [],
  settings: [{ key: "hidden", label: "Hidden files", kind: "boolean", initial: false }],
  multiple: true,
  addedBy: "folder",
  intervalMinutes: 30,
};
const bookmarks: ConnectorDeclaration = { ...folder, id: "bookmarks", name: "Bookmarks", multiple: false };

function createFixture(
  create: ConnectorDefinition["create"] = () => createFakeConnector(createFakeSource({ a: "1" })),
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const changes = { count: 0 };
  const ingest = createIngest({
    ...createFakeContext({ source: sourceFixture(), clock, store }),
    vault: createMemoryVault(),
    auth: createFakeAuth(),
    store,
    clock,
    onChange: () => {
      changes.count++;
    },
    connectors: [
      { declaration: folder, create },
      { declaration: bookmarks, create },
    ],
  });
  return { clock, store, ingest, changes };
}

test("list() says how many documents of a source are indexed again", async () => {
  const { ingest, store } = createFixture();
  await store.addSource(sourceFixture());
  expect((await ingest.list())[0]).not.toHaveProperty("rebuilding");
  vi.spyOn(store, "rebuilding").mockResolvedValue(1_920);
  expect((await ingest.list())[0]).toMatchObject({ rebuilding: 1_920 });
});

describe("addSource()", () => {
  test("adds a due source with the connector's name and initial settings", async () => {
    const { ingest, clock, changes } = createFixture();
    expect(await ingest.addSource({ connectorId: "folder", id: "f1" })).toBe("f1");
    const source = sourceFixture({
      id: "f1",
      label: "Folder",
      settings: { hidden: false },
      dueAt: clock.now(),
      addedAt: clock.now(),
    });
    const counts = { found: 0, pending: 0, indexed: 0, skipped: 0, failed: 0, partial: 0 };
    expect(await ingest.list()).toEqual([{ source, counts }]);
    expect(changes.count).toBe(1);
    await ingest.syncDue();
    expect((await ingest.list())[0]?.counts).toMatchObject({ found: 1, pending: 1 });
  });

  test("adds several folders, and one source of any other connector", async () => {
    const { ingest } = createFixture();
    const ids = [
      await ingest.addSource({ connectorId: "folder", label: "Work" }),
      await ingest.addSource({ connectorId: "folder", label: "Home" }),
    ];
    expect(new Set(ids).size).toBe(2);
    expect(await ingest.addSource({ connectorId: "bookmarks", id: "ignored" })).toBe("bookmarks");
    await expect(ingest.addSource({ connectorId: "bookmarks" })).rejects.toMatchObject({ code: "settings" });
  });

  test("refuses an unknown connector and invalid settings", async () => {
    const { ingest } = createFixture();
    await expect(ingest.addSource({ connectorId: "slack" })).rejects.toMatchObject({ code: "not-found" });
    const added = ingest.addSource({ connectorId: "folder", settings: { hidden: "yes" } });
    await expect(added).rejects.toMatchObject({ code: "settings" });
    expect(await ingest.list()).toEqual([]);
  });
});

test.each([
  ["updateSource()", "updateSource", { hidden: true }],
  ["removeSource()", "removeSource", undefined],
] as const)(
  "%s keeps out a run that is requested while it changes the source",
  async (_title, method, after) => {
    const seen: Settings[] = [];
    const { ingest, store } = createFixture((context) => {
      seen.push(context.source.settings);
      return createFakeConnector(createFakeSource({ a: "1" }));
    });
    const sourceId = await ingest.addSource({ connectorId: "folder", id: "f1" });
    const change = store[method].bind(store) as (...args: readonly unknown[]) => Promise<void>;
    let run: Promise<void> | undefined;
    vi.spyOn(store, method).mockImplementationOnce((...args: readonly unknown[]) => {
      run = ingest.syncNow(sourceId);
      return change(...args);
    });
    if (after) await ingest.updateSource(sourceId, { settings: after });
    else await ingest.removeSource(sourceId);
    await run;
    expect(seen).toEqual(after ? [after] : []);
    expect((await store.getSource(sourceId))?.settings).toEqual(after);
  },
);

describe("updateSource()", () => {
  test("reads the source from the beginning after its settings changed", async () => {
    const cursors: (string | undefined)[] = [];
    const { ingest, clock } = createFixture(() => ({
      pull: async (cursor) => {
        cursors.push(cursor);
        return pullPageFixture({ cursor: "end" });
      },
    }));
    await ingest.addSource({ connectorId: "bookmarks" });
    await ingest.syncDue();
    await ingest.updateSource("bookmarks", { label: "Mine" });
    await ingest.syncDue();
    await ingest.updateSource("bookmarks", { settings: { hidden: true } });
    await ingest.syncDue();
    clock.advance(30 * 60_000);
    await ingest.syncDue();
    expect(cursors).toEqual([undefined, undefined, "end"]);
    expect((await ingest.list())[0]?.source).toMatchObject({ label: "Mine", settings: { hidden: true } });
  });

  test("changes whether a source stays on this computer without reading it again", async () => {
    const { ingest, store } = createFixture();
    await ingest.addSource({ connectorId: "bookmarks" });
    await ingest.syncDue();
    const before = await store.getSource("bookmarks");
    await ingest.updateSource("bookmarks", { deviceOnly: true });
    expect(await store.getSource("bookmarks")).toEqual({ ...before, deviceOnly: true });
    await ingest.updateSource("bookmarks", { deviceOnly: false });
    expect(await store.getSource("bookmarks")).toEqual({ ...before, deviceOnly: false });
  });

  test("pauses a running source at once and continues it from its cursor", async () => {
    let pulled: () => void = () => {};
    const pulling = new Promise<void>((resolve) => {
      pulled = resolve;
    });
    let pulls = 0;
    const connector: Connector = {
      pull: (_, signal) => {
        pulls++;
        if (pulls > 1) return Promise.resolve(pullPageFixture());
        pulled();
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      },
    };
    const { ingest } = createFixture(() => connector);
    await ingest.addSource({ connectorId: "bookmarks" });
    const run = ingest.syncDue();
    await pulling;
    await ingest.updateSource("bookmarks", { paused: true });
    await run;
    expect((await ingest.list())[0]?.source.state).toBe("paused");
    await ingest.syncDue();
    await ingest.updateSource("bookmarks", { settings: {} });
    expect((await ingest.list())[0]?.source.state).toBe("paused");
    await ingest.updateSource("bookmarks", { paused: false });
    await ingest.syncDue();
    expect((await ingest.list())[0]?.source.state).toBe("idle");
    expect(pulls).toBe(2);
  });
});

describe("deliver()", () => {
  test("adds the built-in source once and stores the documents", async () => {
    const { ingest } = createFixture();
    const page = (id: string) => [sourceDocumentFixture({ id })];
    await Promise.all([ingest.deliver("bookmarks", page("p1")), ingest.deliver("bookmarks", page("p2"))]);
    await ingest.deliver("bookmarks", page("p3"));
    expect(await ingest.list()).toMatchObject([{ source: { id: "bookmarks" }, counts: { pending: 3 } }]);
    await ingest.removeItem("bookmarks", "p2");
    const rows = await ingest.ledger("bookmarks", { offset: 0, limit: 9 });
    expect(rows.map(({ itemId }) => itemId)).toEqual(["p1", "p3"]);
  });
});

test("removeSource() and clear() remove everything", async () => {
  const { ingest, store } = createFixture();
  await ingest.addSource({ connectorId: "folder", id: "f1" });
  await ingest.addSource({ connectorId: "bookmarks" });
  await ingest.syncDue();
  await ingest.removeSource("f1");
  expect((await ingest.list()).map(({ source }) => source.id)).toEqual(["bookmarks"]);
  await ingest.clear();
  expect(await ingest.list()).toEqual([]);
  expect(await store.backlog()).toEqual({ entries: 0, bytes: 0 });
});

test("listConnectors() offers the registry by default", () => {
  const { store } = createFixture();
  const context = createFakeContext({ source: sourceFixture(), clock: createFakeClock(), store });
  const signIns = { vault: createMemoryVault(), auth: createFakeAuth() };
  const ingest = createIngest({ ...context, ...signIns, store, onChange: () => {} });
  expect(ingest.listConnectors()).toEqual(connectors.map(({ declaration }) => declaration));
});
