import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerCounts, LedgerStatus } from "../model/ledger";
import {
  documentFixture,
  indexChangeFixture,
  pullPageFixture,
  sourceDocumentFixture,
  sourceFixture,
} from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";
import type { Store } from "./store";

const SOURCES = ["notes", "mail"];

// Few ids, so that puts, failures and deletions concern the same items.
const itemId: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d");
const ids = fc.uniqueArray(itemId);
const sourceId = fc.constantFrom(...SOURCES);
const step = fc.oneof(
  fc.record({
    kind: fc.constant("page" as const),
    sourceId,
    put: ids,
    fail: ids,
    drop: ids,
    touch: ids,
    version: fc.constantFrom("1", "2"),
  }),
  fc.record({ kind: fc.constant("index" as const), failing: ids, entries: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("prune" as const), sourceId, live: ids }),
  fc.record({ kind: fc.constant("reindex" as const) }),
  fc.record({ kind: fc.constant("replace source" as const), sourceId }),
  fc.record({ kind: fc.constant("clear" as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

test("counts() equals the count of the ledger's rows, after any changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const store = openTestStore();
      await addSources(store);
      for (const [at, each] of steps.entries()) {
        await apply(store, each, at);
        for (const id of SOURCES) expect(await store.counts(id)).toEqual(await countRows(store, id));
      }
    }),
    { numRuns: 150 },
  );
});

async function addSources(store: Store): Promise<void> {
  for (const id of SOURCES) await store.addSource(sourceFixture({ id }));
}

async function apply(store: Store, each: Step, at: number): Promise<void> {
  switch (each.kind) {
    case "page":
      return store.commitPage(each.sourceId, toPullPage(each));
    case "index":
      return index(store, each, at);
    case "prune":
      return void (await store.prune(each.sourceId, each.live));
    case "reindex":
      return store.enqueueReindex();
    case "replace source":
      await store.removeSource(each.sourceId);
      return store.addSource(sourceFixture({ id: each.sourceId }));
    case "clear":
      await store.clear();
      return addSources(store);
  }
}

function toPullPage({ put, fail, drop, touch, version }: Step & { readonly kind: "page" }) {
  return pullPageFixture({
    documents: put.map((id) => sourceDocumentFixture({ id, version })),
    failures: fail.map((id) => ({
      id,
      title: id,
      url: "",
      version,
      outcome: "failed" as const,
      code: "read-item",
      reason: "No",
    })),
    deletions: drop,
    touched: touch.map((id) => ({ id, version })),
  });
}

async function index(store: Store, { failing, entries }: Step & { readonly kind: "index" }, at: number) {
  const taken = await store.takePending({ entries, bytes: 1e9 });
  const named = taken.flatMap((entry, n) =>
    "itemId" in entry && entry.operation !== "delete" ? [{ ...entry, n }] : [],
  );
  await store.commitIndexed({
    entries: taken,
    documents: named
      .filter(({ itemId }) => !failing.includes(itemId))
      .map(({ itemId, sourceId, n }) => documentFixture({ sourceId, itemId, documentId: at * 10 + n + 1 })),
    failures: named
      .filter(({ itemId }) => failing.includes(itemId))
      .map(({ itemId, sourceId }) => ({
        sourceId,
        id: itemId,
        title: itemId,
        url: "",
        outcome: "skipped" as const,
        code: "skip-item",
        reason: "Empty",
      })),
    // Every other document lacks a part.
    notes: new Map(named.flatMap(({ n }) => (n % 2 ? [[at * 10 + n + 1, "2 pictures left out"]] : []))),
    change: indexChangeFixture(),
  });
}

async function countRows(store: Store, id: string): Promise<LedgerCounts> {
  const rows = await store.ledger(id, { offset: 0, limit: 100 });
  const of = (status: LedgerStatus) => rows.filter((row) => row.status === status).length;
  return {
    found: rows.length,
    pending: of("pending"),
    indexed: of("indexed"),
    skipped: of("skipped"),
    failed: of("failed"),
    partial: rows.filter(({ code }) => code === "partial").length,
  };
}
