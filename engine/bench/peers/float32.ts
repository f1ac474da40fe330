import type { VectorPeer, VectorPeerLibrary } from "./vector-peer";

const KEY = "float32";

/** Exact search by float32 dot products in plain JavaScript: the truth the others are measured against. */
export const float32: VectorPeerLibrary = {
  create: ({ dimensions, capacity }) => createScan(new Float32Array(capacity * dimensions), dimensions, 0),
  async open(store, { dimensions }) {
    const vectors = await store.get(KEY);
    if (!(vectors instanceof Float32Array)) throw new Error("Cannot open float32: nothing was saved");
    return createScan(vectors, dimensions, vectors.length / dimensions);
  },
};

function createScan(vectors: Float32Array, dimensions: number, initial: number): VectorPeer {
  let count = initial;
  const dead = new Set<number>();
  return {
    add(first, rows) {
      vectors.set(rows, first * dimensions);
      count = first + rows.length / dimensions;
    },
    remove(first, rows) {
      for (let row = first; row < first + rows.length / dimensions; row++) dead.add(row);
    },
    search(query, limit) {
      const best = createTopList(limit);
      for (let row = 0; row < count; row++) {
        const score = dotRow(vectors, row * dimensions, query);
        if (score > best.threshold() && !dead.has(row)) best.put(row, score);
      }
      return best.rows();
    },
    async save(store) {
      const saved = vectors.slice(0, count * dimensions);
      await store.put(KEY, saved);
      return saved.byteLength;
    },
  };
}

/** Four sums at a time, as a compiler may not reorder them itself. */
function dotRow(vectors: Float32Array, offset: number, query: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = 0; at < query.length; at += 4) {
    a += (vectors[offset + at] as number) * (query[at] as number);
    b += (vectors[offset + at + 1] as number) * (query[at + 1] as number);
    c += (vectors[offset + at + 2] as number) * (query[at + 2] as number);
    d += (vectors[offset + at + 3] as number) * (query[at + 3] as number);
  }
  return a + b + c + d;
}

function createTopList(limit: number) {
  const held: { row: number; score: number }[] = [];
  let lowest = Number.NEGATIVE_INFINITY;
  return {
    threshold: () => lowest,
    put(row: number, score: number) {
      let at = held.length;
      while (at > 0 && (held[at - 1]?.score ?? 0) < score) at--;
      held.splice(at, 0, { row, score });
      if (held.length > limit) held.pop();
      if (held.length === limit) lowest = held[limit - 1]?.score ?? lowest;
    },
    rows: () => held.map(({ row }) => row),
  };
}
