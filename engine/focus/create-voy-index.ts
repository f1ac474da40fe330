import { dotProduct } from "../util/dot-product";
import type { Voy, VoyEngine } from "./load-voy";

export interface VoyHit {
  /** Position in the list the index was made from. */
  readonly position: number;
  /** Cosine similarity. */
  readonly score: number;
}

/** A short-lived nearest-neighbour index over L2-normalised vectors, in memory. */
export interface VoyIndex {
  /** Best first. */
  search(query: Float32Array, limit: number): readonly VoyHit[];
  free(): void;
}

interface DistinctVector {
  readonly vector: Float32Array;
  readonly positions: number[];
}

/**
 * Indexes vectors with voy. Identical vectors are merged, because the 33rd traps, and zero vectors are left out. When
 * voy traps anyway it is restarted once; if that fails too, the vectors are compared one by one, which finds the same
 * neighbours.
 */
export function createVoyIndex(engine: VoyEngine, vectors: readonly Float32Array[]): VoyIndex {
  const distinct = dedupeVectors(vectors);
  let built: { readonly voy: Voy; readonly generation: number } | undefined;
  let useBruteForce = false;

  function nearest(query: Float32Array, limit: number): readonly DistinctVector[] {
    if (built?.generation !== engine.generation) built = { voy: build(), generation: engine.generation };
    const { neighbors } = built.voy.search(query, limit);
    return neighbors.flatMap(({ id }) => distinct[Number(id)] ?? []);
  }

  function build(): Voy {
    const embeddings = distinct.map(({ vector }, id) => {
      return { id: String(id), title: "", url: "", embeddings: [...vector] };
    });
    return engine.create({ embeddings });
  }

  function nearestOrBruteForce(query: Float32Array, limit: number): readonly DistinctVector[] {
    if (useBruteForce || distinct.length === 0) return distinct;
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return nearest(query, limit);
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError)) throw error;
        engine.restart();
      }
    }
    useBruteForce = true;
    return distinct;
  }

  return {
    search: (query, limit) =>
      nearestOrBruteForce(query, limit)
        .flatMap(({ vector, positions }) => {
          const score = dotProduct(query, vector);
          return positions.map((position) => ({ position, score }));
        })
        .sort((a, b) => b.score - a.score || a.position - b.position)
        .slice(0, limit),
    free: () => {
      if (built?.generation === engine.generation) built.voy.free();
      built = undefined;
    },
  };
}

function dedupeVectors(vectors: readonly Float32Array[]): readonly DistinctVector[] {
  const distinct = new Map<string, DistinctVector>();
  for (const [position, vector] of vectors.entries()) {
    if (vector.every((value) => value === 0)) continue;
    const key = vector.join();
    const known = distinct.get(key);
    if (known) known.positions.push(position);
    else distinct.set(key, { vector, positions: [position] });
  }
  return [...distinct.values()];
}
