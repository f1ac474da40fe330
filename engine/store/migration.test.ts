import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import {
  documentFixture,
  indexChangeFixture,
  pullPageFixture,
  sourceDocumentFixture,
  sourceFixture,
} from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";

/** As it was released. */
const VERSION_1 = {
  sources: "id",
  ledger: "[sourceId+itemId], [sourceId+status], [sourceId+contentHash], [sourceId+code]",
  tallies: "sourceId",
  queue: "++seq, &[sourceId+itemId], sourceId, bytes",
  contents: "seq",
  documents: "documentId",
  segments: "id",
  manifests: "key",
};

const ROW = { sourceId: "notes", title: "a", url: "file:///a.txt", version: "1", changedAt: 0 };

/** A source with one indexed item and one pending. */
async function fillVersion1(indexedDB: IDBFactory): Promise<void> {
  const database = new Dexie("atlas-test", { indexedDB, IDBKeyRange });
  database.version(1).stores(VERSION_1);
  const put = (table: string, ...rows: object[]) => database.table(table).bulkPut(rows);
  const { putSegments, manifest } = indexChangeFixture([1]);
  await put("sources", sourceFixture({ cursor: "c1" }));
  await put(
    "ledger",
    { ...ROW, itemId: "a.txt", status: "indexed", documentId: 1, code: "partial", reason: "No pictures" },
    { ...ROW, itemId: "b.txt", status: "pending" },
  );
  await put("tallies", { sourceId: "notes", pending: 1, indexed: 1, skipped: 0, failed: 0 });
  await put(
    "queue",
    { seq: 7, sourceId: "notes", itemId: "b.txt", operation: "put", documentIds: [], bytes: 10 },
    { seq: 8, sourceId: "notes", itemId: "a.txt", operation: "reindex", documentIds: [1] },
  );
  await put("contents", { seq: 7, document: sourceDocumentFixture({ id: "b.txt" }) });
  await put("documents", documentFixture());
  await put("segments", ...putSegments);
  await put("manifests", { key: "manifest", manifest });
  database.close();
}

test("openStore() reads everything from a database of version 1, and writes to it", async () => {
  const indexedDB = new IDBFactory();
  await fillVersion1(indexedDB);
  const store = openTestStore({ indexedDB });
  expect(await store.listSources()).toEqual([sourceFixture({ cursor: "c1" })]);
  expect(await store.counts("notes")).toMatchObject({ found: 2, pending: 1, indexed: 1, partial: 1 });
  expect(await store.documentOf("notes", "a.txt")).toEqual(documentFixture());
  expect(await store.takePending({ entries: 9, bytes: 1e9 })).toMatchObject([
    { seq: 7, itemId: "b.txt" },
    { seq: 8, itemId: "a.txt" },
  ]);
  expect(await store.rebuilding("notes")).toBe(1);
  expect((await store.manifest())?.segments).toHaveLength(1);
  expect(await store.limits.load("notes")).toBeUndefined();
  await store.limits.save("notes", { arrivals: { all: 5 } });
  expect(await store.limits.load("notes")).toEqual({ arrivals: { all: 5 } });
  const progress = { backfill: true, coveredSince: 3 };
  await store.commitPage("notes", pullPageFixture({ deletions: ["a.txt"], cursor: "c2", progress }));
  expect(await store.getSource("notes")).toEqual(sourceFixture({ cursor: "c2", progress }));
  expect(await store.counts("notes")).toMatchObject({ found: 1, pending: 1, partial: 0 });
});
