import type { ChunkHit } from "../model/hit";
import { sharesOfBest } from "./shares-of-best";

/** A chunk found by one scan or both. `score` is the fused score in 0..1. */
export interface FusedHit {
  readonly documentId: number;
  readonly ordinal: number;
  readonly score: number;
  readonly keywordScore: number;
  readonly vectorScore?: number;
}

export interface FusionWeights {
  readonly keyword: number;
  readonly vector: number;
}

/**
 * Weighs the two scans, each as shares of its best score; a chunk one scan did not find gets 0 for it. Best first; equal scores keep the order of document and chunk, so results are stable.
 */
export function fuseHits(
  keyword: readonly ChunkHit[],
  vector: readonly ChunkHit[],
  weights: FusionWeights,
): readonly FusedHit[] {
  const fused = new Map<number, FusedHit>();
  const keywordShare = sharesOfBest(keyword.map((hit) => hit.score));
  for (const [position, hit] of keyword.entries()) {
    const score = weights.keyword * (keywordShare[position] ?? 0);
    fused.set(keyOf(hit), { ...hit, score, keywordScore: hit.score });
  }
  const vectorShare = sharesOfBest(vector.map((hit) => hit.score));
  for (const [position, hit] of vector.entries()) {
    const found = fused.get(keyOf(hit)) ?? { ...hit, score: 0, keywordScore: 0 };
    const score = found.score + weights.vector * (vectorShare[position] ?? 0);
    fused.set(keyOf(hit), { ...found, score, vectorScore: hit.score });
  }
  return [...fused.values()].sort(
    (a, b) => b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal,
  );
}

/** Exact: ordinals stay below 2^20 and document ids below 2^33. */
function keyOf(hit: ChunkHit): number {
  return hit.documentId * 2 ** 20 + hit.ordinal;
}
