import { beforeAll, expect, test } from "vitest";
import type { IndexDocument } from "../search-index";
import { compiledKernel } from "../testing/compiled-kernel";
import { createFakeIndexStore } from "../testing/fake-index-store";

let kernel: WebAssembly.Module;
beforeAll(async () => {
  kernel = await compiledKernel();
});

const DIMENSIONS = 48;

function makeDocuments(ids: readonly number[]): readonly IndexDocument[] {
  return ids.map((documentId) => {
    const text = `common word${documentId % 50} only${documentId}`;
    const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(documentId * (at + 1)) / 5);
    const chunks = [{ ordinal: 0, headings: [], text, vector }];
    return { documentId, sourceId: "files", type: "file", title: "", updatedAt: documentId, chunks };
  });
}

/** An index with `commits` segments of `size` documents each. */
function createFilled(commits: number, size: number) {
  const store = createFakeIndexStore({ dimensions: DIMENSIONS, kernel });
  const { index } = store.open();
  for (let commit = 0; commit < commits; commit++) {
    const add = makeDocuments(index.allocateIds(size));
    store.commit(index, index.prepare({ add, remove: [] }));
  }
  /** Takes merge steps until no merge is due; calls `between` after each. */
  function mergeAll(between: () => void = () => {}): number {
    let steps = 0;
    for (;;) {
      const change = index.prepareMerge();
      if (change) store.commit(index, change);
      else if (!index.merging) return steps;
      steps++;
      between();
    }
  }
  return { store, index, mergeAll };
}

test("prepareMerge() merges many small segments into few", () => {
  const { store, index, mergeAll } = createFilled(70, 5);
  mergeAll();
  expect(index.stats()).toMatchObject({ documents: 350, chunks: 350 });
  expect(index.stats().segments).toBeLessThan(16);
  expect(store.segments.size).toBe(index.stats().segments);
});

test("prepareMerge() makes a segment equal to one written at once", () => {
  const merged = createFilled(8, 30);
  merged.mergeAll();
  const written = createFilled(1, 240);
  const buffersOf = ({ store }: typeof merged) => [...store.segments.values()][0]!.buffers;
  expect(merged.store.segments.size).toBe(1);
  expect(buffersOf(merged)).toEqual(buffersOf(written));
});

test("prepareMerge() drops the tombstones of documents it leaves out", () => {
  const { store, index, mergeAll } = createFilled(1, 10);
  store.commit(index, index.prepare({ add: [], remove: [1, 2, 3, 4, 5, 6] }));
  mergeAll();
  expect(store.manifest()?.tombstones).toEqual(new Uint32Array());
  expect(store.manifest()?.segments[0]?.documents).toEqual(Uint32Array.of(7, 10));
});

test("prepareMerge() drops a segment without live documents, without rewriting it", () => {
  const { store, index, mergeAll } = createFilled(1, 3);
  store.commit(index, index.prepare({ add: [], remove: [1, 2, 3] }));
  mergeAll();
  expect(store.segments.size).toBe(0);
  expect(store.manifest()?.tombstones).toEqual(new Uint32Array());
});

test("a document deleted during a merge of several steps stays deleted after it", () => {
  const { store, index, mergeAll } = createFilled(8, 250);
  let removed = false;
  const steps = mergeAll(() => {
    if (!removed) store.commit(index, index.prepare({ add: [], remove: [700] }));
    removed = true;
    expect(index.keyword("only700", { limit: 5 })).toEqual([]);
    expect(index.keyword("only701", { limit: 5 })).toHaveLength(1);
  });
  expect(steps).toBeGreaterThan(1);
  const { index: reopened } = store.open();
  expect(reopened.keyword("only700", { limit: 5 })).toEqual([]);
  expect(reopened.stats().chunks).toBe(1_999);
});

test("vector() ignores vectors of another embedder, keyword() finds their documents", () => {
  const { store } = createFilled(2, 3);
  const { index, rebuild } = store.open({ embedderId: "newer" });
  expect(rebuild).toBe("all");
  expect(index.vector(new Float32Array(DIMENSIONS).fill(0.1), { limit: 9 })).toEqual([]);
  expect(index.keyword("common", { limit: 9 })).toHaveLength(6);
  const [id = 0] = index.allocateIds(1);
  store.commit(index, index.prepare({ add: makeDocuments([id]), remove: [1] }));
  expect(index.vector(new Float32Array(DIMENSIONS).fill(0.1), { limit: 9 })).toHaveLength(1);
  expect(store.open({ embedderId: "newer" }).rebuild).toEqual([2, 3, 4, 5, 6]);
});
