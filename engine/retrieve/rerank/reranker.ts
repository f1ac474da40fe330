import type { Chunk } from "../../model/chunk";
import type { Document } from "../../model/document";
import type { FusedHit } from "../fuse-hits";

/** A chunk that may answer. */
export interface RerankCandidate {
  readonly document: Document;
  readonly chunk: Chunk;
  readonly hit: FusedHit;
}

/** Looks at candidates more closely than a scan of the whole index can. */
export interface Reranker {
  /** Candidates that are worth its time. */
  readonly depth: number;
  /**
   * One score a candidate, 0..1, in the order they were given; what the order is plays no part. Deterministic.
   * Rejects with an AbortError once `signal` is aborted.
   */
  score(
    question: string,
    candidates: readonly RerankCandidate[],
    signal?: AbortSignal,
  ): Promise<readonly number[]>;
}
