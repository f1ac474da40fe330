import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeIndexStore } from "./testing/fake-index-store";
import { makeDocument } from "./testing/make-document";

/** Makes three commits of two documents, deletes one, and returns the store and the ids that are left. */
function createFilled() {
  const store = createFakeIndexStore();
  const { index } = store.open();
  const ids: number[] = [];
  for (const words of [
    ["cat", "dog"],
    ["mouse", "cow"],
    ["hen", "cat"],
  ]) {
    const added = index.allocateIds(2);
    const add = added.map((id, at) => makeDocument(id, words[at]!));
    store.commit(index, index.prepare({ add, remove: [] }));
    ids.push(...added);
  }
  store.commit(index, index.prepare({ add: [], remove: [ids[2]!] }));
  return { store, ids: ids.filter((_, at) => at !== 2) };
}

const flip = fc.record({ segment: fc.nat(), buffer: fc.nat(), byte: fc.nat(), bit: fc.nat(7) });

test("openSearchIndex() drops exactly the segments with a flipped bit, and returns their documents", () => {
  fc.assert(
    fc.property(fc.array(flip, { minLength: 1, maxLength: 3 }), (flips) => {
      const { store, ids } = createFilled();
      const damaged = new Set<number>();
      const before = new Map(
        [...store.segments].map(([id, { buffers }]) => [id, JSON.stringify(copyOf(buffers))]),
      );
      for (const { segment, buffer, byte, bit } of flips) {
        const stored = [...store.segments.values()][segment % store.segments.size]!;
        const bytes = new Uint8Array(Object.values(stored.buffers)[buffer % 8]!);
        if (bytes.length > 0) bytes[byte % bytes.length]! ^= 1 << bit;
      }
      // Two flips of the same bit cancel each other.
      for (const [id, { buffers }] of store.segments) {
        if (JSON.stringify(copyOf(buffers)) !== before.get(id)) damaged.add(id);
      }
      const { index, rebuild, problems } = store.open();
      const lost = ids.filter((_, at) => damaged.has([1, 1, 2, 3, 3][at]!));
      expect(rebuild).toEqual(damaged.size > 0 ? lost : "none");
      expect(problems).toHaveLength(damaged.size);
      for (const id of damaged)
        expect(problems.some((problem) => problem.includes(`Segment ${id} `))).toBe(true);
      expect(index.stats().documents).toBe(ids.length - lost.length);
    }),
  );
});

test("openSearchIndex() drops a segment without a buffer, and a missing one", () => {
  const { store, ids } = createFilled();
  const first = store.segments.get(1)!;
  const { postings: _, ...buffers } = first.buffers;
  store.segments.set(1, { ...first, buffers });
  store.segments.delete(3);
  const { index, rebuild } = store.open();
  expect(rebuild).toEqual([ids[0], ids[1], ids[3], ids[4]]);
  expect(index.keyword("cow", { limit: 5 })).toHaveLength(1);
});

test("prepare() removes a damaged segment from the store with the next change", () => {
  const { store } = createFilled();
  new Uint8Array(store.segments.get(2)!.buffers.codes!)[0]! ^= 1;
  const { index } = store.open();
  const [id = 0] = index.allocateIds(1);
  store.commit(index, index.prepare({ add: [makeDocument(id, "cow")], remove: [] }));
  expect([...store.segments.keys()]).toEqual([1, 3, 4]);
  expect(store.open()).toMatchObject({ rebuild: "none", problems: [] });
});

function copyOf(buffers: Readonly<Record<string, ArrayBuffer>>) {
  return Object.values(buffers).map((buffer) => [...new Uint8Array(buffer)]);
}
