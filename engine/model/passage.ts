import type { Chunk } from "./chunk";
import type { Document } from "./document";

/** A retrieved chunk with its document. `score` is the fused score in 0..1. */
export interface Passage {
  readonly document: Document;
  readonly chunk: Chunk;
  readonly score: number;
  /** BM25 score; 0 when the keyword scan did not find the chunk. */
  readonly keywordScore: number;
  /** Cosine similarity; absent when the vector scan did not find the chunk. */
  readonly vectorScore?: number;
}
