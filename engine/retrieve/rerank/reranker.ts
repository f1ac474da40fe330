import type { Chunk } from "../../model/chunk";
import type { Document } from "../../model/document";
import type { FusedHit } from "../fuse-hits";

/** A chunk to rerank. */
export interface RerankCandidate {
  readonly document: Document;
  readonly chunk: Chunk;
  readonly hit: FusedHit;
}

/** Scores candidates by features that are too slow for a scan of the whole index. */
export interface Reranker {
  /** Number of best candidates to score. */
  readonly depth: number;
  /**
   * One score for each candidate, 0..1, in the given order, which has no influence. Deterministic.
   * Rejects with an AbortError once `signal` is aborted.
   */
  score(
    question: string,
    candidates: readonly RerankCandidate[],
    signal?: AbortSignal,
  ): Promise<readonly number[]>;
}
