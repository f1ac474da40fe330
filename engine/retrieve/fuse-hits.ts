import type { ChunkHit } from "../model/hit";

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
 * Adds up the weighted scores of the two scans, each normalised by its best; a chunk that one scan did not find gets 0
 * from it. Best first; equal scores are ordered by document and chunk, so results are stable.
 */
export function fuseHits(
  keyword: readonly ChunkHit[],
  vector: readonly ChunkHit[],
  weights: FusionWeights,
): readonly FusedHit[] {
  // Changed in place, because a query fuses thousands of hits.
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

/** Best first; equal scores are ordered by document and chunk. */
export function compareHits(a: FusedHit, b: FusedHit): number {
  return b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal;
}

/**
 * Divides the scores of one scan by the best, for a scale of 0..1. A chunk that the scan did not find has 0 on this scale,
 * which min-max over the candidates would give its last hit as well.
 */
export function normaliseByMax(scores: readonly number[]): readonly number[] {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  return scores.map((score) => (best === 0 ? 0 : Math.max(0, score) / best));
}

/** Unique as long as ordinals are below 2^20 and document ids below 2^33. */
function keyOf(documentId: number, ordinal: number): number {
  return documentId * 2 ** 20 + ordinal;
}
