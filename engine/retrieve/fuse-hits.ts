import type { ChunkHit } from "../model/hit";
import { compareHits } from "./compare-hits";
import { normaliseByMax } from "./normalise-by-max";

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
  // Changed in place: a query fuses thousands of hits.
  const fused = new Map<number, { -readonly [Field in keyof FusedHit]: FusedHit[Field] }>();
  const keywordShares = normaliseByMax(keyword.map((hit) => hit.score));
  for (const [position, { documentId, ordinal, score }] of keyword.entries()) {
    const share = weights.keyword * (keywordShares[position] ?? 0);
    fused.set(keyOf(documentId, ordinal), { documentId, ordinal, score: share, keywordScore: score });
  }
  const vectorShares = normaliseByMax(vector.map((hit) => hit.score));
  for (const [position, { documentId, ordinal, score }] of vector.entries()) {
    const share = weights.vector * (vectorShares[position] ?? 0);
    const found = fused.get(keyOf(documentId, ordinal));
    if (found) {
      found.score += share;
      found.vectorScore = score;
    } else {
      const onlyVector = { documentId, ordinal, score: share, keywordScore: 0, vectorScore: score };
      fused.set(keyOf(documentId, ordinal), onlyVector);
    }
  }
  return [...fused.values()].sort(compareHits);
}

/** Exact: ordinals stay below 2^20 and document ids below 2^33. */
function keyOf(documentId: number, ordinal: number): number {
  return documentId * 2 ** 20 + ordinal;
}
