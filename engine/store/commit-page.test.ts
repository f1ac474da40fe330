import { expect, test } from "vitest";
import {
  documentFixture,
  indexChangeFixture,
  pullPageFixture,
  sourceDocumentFixture,
  sourceFixture,
} from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";
import type { Store } from "./store";

const ALL = { entries: 100, bytes: 1e9 };

async function openWithSource(): Promise<Store> {
  const store = openTestStore();
  await store.addSource(sourceFixture());
  return store;
}

/** Indexes everything pending with ids from `firstId` on. */
async function indexAll(store: Store, firstId: number): Promise<void> {
  const entries = await store.takePending(ALL);
  const documents = entries.flatMap((entry, at) =>
    entry.operation === "put" ? [documentFixture({ documentId: firstId + at, itemId: entry.itemId })] : [],
  );
  await store.commitIndexed({
    entries,
    documents,
    failures: [],
    notes: new Map(),
    change: indexChangeFixture(),
  });
}

test("commitPage() puts the documents into the outbox and stores the cursor", async () => {
  const store = await openWithSource();
  const document = sourceDocumentFixture({ contentHash: "h" });
  await store.commitPage("notes", pullPageFixture({ documents: [document], cursor: "c1" }));
  expect(await store.takePending(ALL)).toEqual([
    { seq: 1, sourceId: "notes", itemId: "a.txt", operation: "put", documentIds: [], document },
  ]);
  expect((await store.getSource("notes"))?.cursor).toBe("c1");
  expect(await store.counts("notes")).toEqual({
    found: 1,
    pending: 1,
    indexed: 0,
    skipped: 0,
    failed: 0,
    partial: 0,
  });
  expect(await store.withHash("notes", "h")).toEqual(["a.txt"]);
  expect(await store.withPrefix("notes", "a")).toEqual(["a.txt"]);
  expect(await store.withPrefix("notes", "b")).toEqual([]);
  expect(await store.known("notes", ["a.txt", "b.txt"])).toEqual(
    new Map([["a.txt", { version: "1", contentHash: "h" }]]),
  );
});

test("commitPage() enqueues nothing when the page is delivered a second time", async () => {
  const store = await openWithSource();
  const page = pullPageFixture({ documents: [sourceDocumentFixture()] });
  await store.commitPage("notes", page);
  const before = await store.takePending(ALL);
  await store.commitPage("notes", page);
  expect(await store.takePending(ALL)).toEqual(before);
  await indexAll(store, 1);
  await store.commitPage("notes", page);
  expect(await store.takePending(ALL)).toEqual([]);
});

test("commitPage() enqueues the same version again after it failed", async () => {
  const store = await openWithSource();
  const page = pullPageFixture({ documents: [sourceDocumentFixture()] });
  await store.commitPage("notes", page);
  const entries = await store.takePending(ALL);
  const failure = {
    id: "a.txt",
    title: "a",
    url: "",
    outcome: "failed" as const,
    code: "read-item" as const,
    reason: "Bad",
  };
  await store.commitIndexed({
    entries,
    documents: [],
    failures: [{ ...failure, sourceId: "notes" }],
    notes: new Map(),
    change: indexChangeFixture(),
  });
  expect((await store.ledger("notes", { offset: 0, limit: 9 }))[0]).toMatchObject({
    status: "failed",
    reason: "Bad",
  });
  await store.commitPage("notes", page);
  expect(await store.takePending(ALL)).toHaveLength(1);
  expect((await store.ledger("notes", { offset: 0, limit: 9 }))[0]).not.toHaveProperty("reason");
});

test("commitPage() stores the last of two documents with one id", async () => {
  const store = await openWithSource();
  const [first, last] = [sourceDocumentFixture({ text: "first" }), sourceDocumentFixture({ text: "last" })];
  await store.commitPage("notes", pullPageFixture({ documents: [first, last], deletions: ["a.txt"] }));
  const entries = await store.takePending(ALL);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ document: { content: { text: "last" } } });
});

test("commitPage() rejects a page of a removed source and stores nothing of it", async () => {
  const store = openTestStore();
  const page = pullPageFixture({ documents: [sourceDocumentFixture()] });
  await expect(store.commitPage("notes", page)).rejects.toMatchObject({ code: "not-found" });
  expect(await store.backlog()).toEqual({ entries: 0, bytes: 0 });
});

test("commitPage() drops a deleted document at once and leaves its id for the index", async () => {
  const store = await openWithSource();
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture()] }));
  await indexAll(store, 7);
  await store.commitPage("notes", pullPageFixture({ deletions: ["a.txt"] }));
  expect(await store.documents([7])).toEqual([undefined]);
  expect(await store.takePending(ALL)).toEqual([
    { seq: 2, sourceId: "notes", itemId: "a.txt", operation: "delete", documentIds: [7] },
  ]);
  expect((await store.counts("notes")).found).toBe(0);
});

test("commitPage() leaves no work for a document deleted before it was indexed", async () => {
  const store = await openWithSource();
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture()] }));
  await store.commitPage("notes", pullPageFixture({ deletions: ["a.txt", "never-seen"] }));
  expect(await store.takePending(ALL)).toEqual([]);
});

test("commitPage() keeps the indexed id through put, delete and put", async () => {
  const store = await openWithSource();
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture()] }));
  await indexAll(store, 7);
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture({ version: "2" })] }));
  expect(await store.documents([7])).toMatchObject([{ documentId: 7 }]);
  await store.commitPage("notes", pullPageFixture({ deletions: ["a.txt"] }));
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture({ version: "3" })] }));
  expect(await store.takePending(ALL)).toMatchObject([{ operation: "put", documentIds: [7] }]);
  await indexAll(store, 8);
  expect(await store.documentOf("notes", "a.txt")).toMatchObject({ documentId: 8 });
});

test("commitPage() records a failure, removes the older version and keeps the other items", async () => {
  const store = await openWithSource();
  const [a, b] = [sourceDocumentFixture(), sourceDocumentFixture({ id: "b.txt" })];
  await store.commitPage("notes", pullPageFixture({ documents: [a] }));
  await indexAll(store, 7);
  const failure = {
    id: "a.txt",
    title: "a",
    url: "u",
    version: "2",
    outcome: "failed",
    code: "read-item" as const,
  } as const;
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [b], failures: [{ ...failure, reason: "Locked" }] }),
  );
  expect(await store.ledger("notes", { withReason: true, offset: 0, limit: 9 })).toMatchObject([
    { itemId: "a.txt", status: "failed", reason: "Locked" },
  ]);
  expect(await store.documents([7])).toEqual([undefined]);
  expect(await store.takePending(ALL)).toMatchObject([
    { operation: "delete", documentIds: [7] },
    { operation: "put", itemId: "b.txt" },
  ]);
});

test("commitPage() stores the new version of a touched item and leaves the rest of its row", async () => {
  const store = await openWithSource();
  await store.commitPage("notes", pullPageFixture({ documents: [sourceDocumentFixture()] }));
  await indexAll(store, 7);
  const touched = [
    { id: "a.txt", version: "2" },
    { id: "unknown", version: "2" },
  ];
  await store.commitPage("notes", pullPageFixture({ touched }));
  expect(await store.ledger("notes", { offset: 0, limit: 9 })).toMatchObject([
    { version: "2", status: "indexed" },
  ]);
  expect(await store.takePending(ALL)).toEqual([]);
});

test("commitPage() stores a view of a large buffer without the rest of the buffer", async () => {
  const store = await openWithSource();
  const bytes = new Uint8Array(1_000_000).subarray(10, 14);
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [sourceDocumentFixture({ content: { kind: "bytes", bytes } })] }),
  );
  const [entry] = await store.takePending(ALL);
  const content = entry?.operation === "put" ? entry.document.content : undefined;
  expect(content?.kind === "bytes" && content.bytes.buffer.byteLength).toBe(4);
  expect(await store.backlog()).toEqual({ entries: 1, bytes: 4 });
});

test("commitPage() stores a huge page, and removes all of it", async () => {
  const store = await openWithSource();
  const documents = Array.from({ length: 3_000 }, (_, at) =>
    sourceDocumentFixture({ id: `${at}`, text: "ab" }),
  );
  await store.commitPage("notes", pullPageFixture({ documents }));
  expect(await store.backlog()).toEqual({ entries: 3_000, bytes: 12_000 });
  await store.commitPage("notes", pullPageFixture({ deletions: documents.map(({ id }) => id) }));
  expect(await store.backlog()).toEqual({ entries: 0, bytes: 0 });
  expect((await store.counts("notes")).found).toBe(0);
});

test("commitItems() stores single items and does not change the cursor", async () => {
  const store = await openWithSource();
  await store.commitPage(
    "notes",
    pullPageFixture({ documents: [sourceDocumentFixture({ id: "gone" })], cursor: "c1" }),
  );
  const documents = [sourceDocumentFixture({ id: "asked" })];
  await store.commitItems("notes", { documents, deletions: ["gone"], failures: [] });
  expect((await store.ledger("notes", { offset: 0, limit: 9 })).map(({ itemId }) => itemId)).toEqual([
    "asked",
  ]);
  expect((await store.getSource("notes"))?.cursor).toBe("c1");
  const late = store.commitItems("removed", { documents, deletions: [], failures: [] });
  await expect(late).rejects.toMatchObject({ code: "not-found" });
});

test("clearVersion() makes the same version of an item new again", async () => {
  const store = await openWithSource();
  const page = pullPageFixture({ documents: [sourceDocumentFixture()] });
  await store.commitPage("notes", page);
  const [first] = await store.takePending({ entries: 1, bytes: 1 });
  await store.clearVersion("notes", "a.txt");
  await store.clearVersion("notes", "unknown");
  expect(await store.known("notes", ["a.txt", "unknown"])).toEqual(new Map([["a.txt", { version: "" }]]));
  await store.commitPage("notes", page);
  const [second] = await store.takePending({ entries: 1, bytes: 1 });
  expect(second?.seq).toBeGreaterThan(first?.seq ?? Number.NaN);
});

test("limit records are removed with their source, and a request that ends later writes none", async () => {
  const store = await openWithSource();
  await store.limits.save("notes", { arrivals: { all: 1 }, blockedUntil: 2 });
  expect(await store.limits.load("notes")).toEqual({ arrivals: { all: 1 }, blockedUntil: 2 });
  await store.removeSource("notes");
  await store.limits.save("notes", { arrivals: {} });
  expect(await store.limits.load("notes")).toBeUndefined();
});
