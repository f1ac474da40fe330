import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import {
  documentFixture,
  indexChangeFixture,
  pullPageFixture,
  sourceDocumentFixture,
  sourceFixture,
} from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";
import type { IndexedBatch, Store } from "./store";

const ALL = { entries: 100, bytes: 1e9 };

afterEach(() => vi.restoreAllMocks());

async function openWithDocuments(...ids: string[]): Promise<Store> {
  const store = openTestStore();
  await store.addSource(sourceFixture());
  const documents = ids.map((id) => sourceDocumentFixture({ id, text: id }));
  await store.commitPage("notes", pullPageFixture({ documents }));
  return store;
}

/** Indexes every pending put, with ids from `firstId` on. */
async function batchOf(store: Store, firstId = 1): Promise<IndexedBatch> {
  const entries = await store.takePending(ALL);
  const documents = entries.flatMap((entry, at) =>
    entry.operation === "put" || entry.operation === "reindex"
      ? [documentFixture({ documentId: firstId + at, itemId: entry.itemId })]
      : [],
  );
  return { entries, documents, failures: [], notes: new Map(), change: indexChangeFixture([1]) };
}

test("openStore() reads everything again after a restart", async () => {
  const indexedDB = new IDBFactory();
  const first = openTestStore({ indexedDB });
  await first.addSource(sourceFixture());
  await first.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture()] }));
  await first.commitIndexed(await batchOf(first));
  first.close();
  const second = openTestStore({ indexedDB });
  expect(await second.documents([1])).toEqual([documentFixture()]);
  expect(await second.manifest()).toEqual(indexChangeFixture([1]).manifest);
  expect(await second.segments([1, 2])).toEqual([indexChangeFixture([1]).putSegments[0], undefined]);
});

test("takePending() returns the oldest entries first, up to the number of bytes", async () => {
  const store = await openWithDocuments("a", "bb", "ccc");
  const ids = async (entries: number, bytes: number) =>
    (await store.takePending({ entries, bytes })).map((entry) => "itemId" in entry && entry.itemId);
  expect(await ids(2, 1e9)).toEqual(["a", "bb"]);
  expect(await ids(9, 1)).toEqual(["a"]);
  expect(await ids(9, 3)).toEqual(["a", "bb"]);
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [sourceDocumentFixture({ id: "a", version: "2" })] }),
  );
  expect(await ids(9, 1e9)).toEqual(["bb", "ccc", "a"]);
});

test("commitIndexed() writes nothing when an entry was replaced meanwhile", async () => {
  const store = await openWithDocuments("a", "b");
  const batch = await batchOf(store);
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [sourceDocumentFixture({ id: "b", version: "2" })] }),
  );
  await expect(store.commitIndexed(batch)).rejects.toMatchObject({ code: "outbox-changed" });
  expect(await store.counts("notes")).toMatchObject({ pending: 2, indexed: 0 });
  expect(await store.documents([1, 2])).toEqual([undefined, undefined]);
  expect(await store.manifest()).toBeUndefined();
});

test("commitIndexed() writes nothing of a source that was removed meanwhile", async () => {
  const store = await openWithDocuments("a");
  const batch = await batchOf(store);
  await store.removeSource("notes");
  await expect(store.commitIndexed(batch)).rejects.toMatchObject({ code: "outbox-changed" });
  expect(await store.documents([1])).toEqual([undefined]);
});

test("commitIndexed() refuses a document id that was used before", async () => {
  const store = await openWithDocuments("a");
  await store.commitIndexed(await batchOf(store, 1));
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture({ id: "b" })] }));
  await expect(store.commitIndexed(await batchOf(store, 1))).rejects.toThrow();
  expect(await store.documentOf("notes", "a")).toMatchObject({ itemId: "a" });
  expect(await store.backlog()).toMatchObject({ entries: 1 });
});

test("commitIndexed() stores a note with an indexed item, and a reindex keeps it", async () => {
  const store = await openWithDocuments("a");
  const batch = await batchOf(store);
  await store.commitIndexed({ ...batch, notes: new Map([[1, "Without pictures"]]) });
  const noted = { status: "indexed", reason: "Without pictures", code: "partial" };
  expect(await store.ledger("notes", { withReason: true, offset: 0, limit: 9 })).toMatchObject([noted]);
  await store.enqueueReindex();
  await store.commitIndexed(await batchOf(store, 2));
  expect(await store.ledger("notes", { withReason: true, offset: 0, limit: 9 })).toMatchObject([noted]);
  expect(await store.documentIdsOf("notes")).toEqual([2]);
});

test("commitIndex() refuses a manifest whose segments are not stored", async () => {
  const store = await openWithDocuments();
  const { manifest } = indexChangeFixture([1, 2]);
  await expect(store.commitIndex({ ...indexChangeFixture([1]), manifest })).rejects.toMatchObject({
    code: "stale-index",
  });
  expect(await store.segments([1])).toEqual([undefined]);
  await store.commitIndex(indexChangeFixture([1]));
  await store.commitIndex({ ...indexChangeFixture([2]), dropSegments: [1] });
  expect((await store.segments([1, 2])).map((segment) => segment?.id)).toEqual([undefined, 2]);
});

test("removeSource() leaves one purge entry with every id the index may hold", async () => {
  const store = await openWithDocuments("a", "b");
  await store.commitIndexed(await batchOf(store));
  await store.commitPage("notes", pullPageFixture({ deletions: ["a"] }));
  await store.removeSource("notes");
  const entries = await store.takePending(ALL);
  expect(entries).toMatchObject([{ operation: "purge", sourceId: "notes" }]);
  expect([...entries[0]!.documentIds].sort()).toEqual([1, 2]);
  expect(await store.documents([1, 2])).toEqual([undefined, undefined]);
  expect(await store.ledger("notes", { offset: 0, limit: 9 })).toEqual([]);
});

test("removeSource() does not affect the documents of a source added again with the same id", async () => {
  const store = await openWithDocuments("a");
  await store.commitIndexed(await batchOf(store));
  await store.removeSource("notes");
  await store.addSource(sourceFixture());
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture({ id: "a" })] }));
  expect(await store.takePending(ALL)).toMatchObject([
    { operation: "purge", documentIds: [1] },
    { operation: "put", itemId: "a", documentIds: [] },
  ]);
  await store.commitIndexed(await batchOf(store, 2));
  expect(await store.documentOf("notes", "a")).toMatchObject({ documentId: 3 });
  await store.removeSource("notes");
  expect(await store.takePending(ALL)).toMatchObject([{ operation: "purge", documentIds: [3] }]);
});

test("prune() deletes what is not listed and returns the number", async () => {
  const store = await openWithDocuments("a", "b", "c");
  expect(await store.prune("notes", ["b", "other"])).toBe(2);
  expect((await store.ledger("notes", { offset: 0, limit: 9 })).map((row) => row.itemId)).toEqual(["b"]);
});

test("enqueueReindex() does not affect items with pending work", async () => {
  const store = await openWithDocuments("a", "b", "c");
  await store.commitIndexed(await batchOf(store));
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [sourceDocumentFixture({ id: "b", version: "2" })] }),
  );
  await store.enqueueReindex([1, 2, 99]);
  await store.enqueueReindex();
  expect(await store.takePending(ALL)).toMatchObject([
    { operation: "put", itemId: "b" },
    { operation: "reindex", itemId: "a", documentIds: [1] },
    { operation: "reindex", itemId: "c", documentIds: [3] },
  ]);
});

test("rebuilding() counts the documents of a source that are indexed again", async () => {
  const store = await openWithDocuments("a", "b");
  await store.commitIndexed(await batchOf(store));
  expect(await store.rebuilding("notes")).toBe(0);
  await store.enqueueReindex();
  expect(await Promise.all(["notes", "mail"].map((id) => store.rebuilding(id)))).toEqual([2, 0]);
  // A new version is pending, as any other.
  const changed = sourceDocumentFixture({ id: "a", version: "2" });
  await store.commitPage("notes", pullPageFixture({ documents: [changed] }));
  expect(await store.rebuilding("notes")).toBe(1);
  await store.commitIndexed(await batchOf(store, 3));
  expect(await store.rebuilding("notes")).toBe(0);
});

test("ledger() filters by status and returns pages", async () => {
  const store = await openWithDocuments("a", "b", "c");
  const failures = [
    { id: "d", title: "d", url: "", version: "1", outcome: "skipped", code: "skip-item", reason: "Empty" },
  ] as const;
  await store.commitPage("notes", pullPageFixture({ failures }));
  const ids = async (statuses: ("pending" | "skipped")[], offset: number) =>
    (await store.ledger("notes", { statuses, offset, limit: 2 })).map((row) => row.itemId);
  expect(await ids(["pending", "skipped"], 0)).toEqual(["a", "b"]);
  expect(await ids(["pending", "skipped"], 2)).toEqual(["c", "d"]);
  expect(await ids(["skipped"], 0)).toEqual(["d"]);
  expect(
    await store.ledger("notes", { statuses: ["pending"], withReason: true, offset: 0, limit: 9 }),
  ).toEqual([]);
});

test("updateSource() removes a field that is set to undefined", async () => {
  const store = await openWithDocuments();
  await store.updateSource("notes", { problem: { code: "bug", message: "Broken" } });
  await store.updateSource("notes", { problem: undefined, label: "Mine" });
  expect(await store.getSource("notes")).toEqual(sourceFixture({ cursor: "1", label: "Mine" }));
  await expect(store.updateSource("gone", {})).rejects.toMatchObject({ code: "not-found" });
});

test("databaseId() stays the same until everything is removed", async () => {
  const indexedDB = new IDBFactory();
  const store = openTestStore({ indexedDB });
  expect(await Promise.all([store.databaseId("a"), store.databaseId("b")])).toEqual(["a", "a"]);
  store.close();
  const reopened = openTestStore({ indexedDB });
  expect(await reopened.databaseId("c")).toBe("a");
  await reopened.clear();
  expect(await reopened.databaseId("d")).toBe("d");
});

test("clear() removes everything, and a batch taken before it cannot be committed", async () => {
  const store = await openWithDocuments("a");
  const batch = await batchOf(store);
  await store.clear();
  await expect(store.commitIndexed(batch)).rejects.toMatchObject({ code: "outbox-changed" });
  expect(await store.listSources()).toEqual([]);
  expect(await store.backlog()).toEqual({ entries: 0, bytes: 0 });
});

test("commitPage() on a full disk rejects with the remedy and keeps the last commit", async () => {
  const store = await openWithDocuments("a");
  const full = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
    throw new DOMException("Full", "QuotaExceededError");
  });
  const documents = [sourceDocumentFixture({ id: "b" })];
  const commit = store.commitPage("notes", pullPageFixture({ documents, cursor: "c2" }));
  await expect(commit).rejects.toMatchObject({
    code: "quota",
    message: expect.stringContaining("remove a source"),
  });
  full.mockRestore();
  expect(await store.counts("notes")).toMatchObject({ found: 1 });
  expect((await store.getSource("notes"))?.cursor).toBe("1");
});
