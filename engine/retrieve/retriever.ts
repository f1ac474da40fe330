import type { Document } from "../model/document";
import type { Filter } from "../model/filter";
import type { QueryTerm } from "../model/hit";
import type { Passage } from "../model/passage";

export type RetrievalMode = "hybrid" | "keyword" | "vector";

export interface RetrieveOptions {
  /** Passages wanted; 10 by default. */
  readonly limit?: number;
  readonly filter?: Filter;
  readonly mode?: RetrievalMode;
  /** Best passages kept per document; 3 by default. */
  readonly perDocument?: number;
  /** False to leave the fused order as it is; otherwise a retriever that has a reranker uses it in hybrid mode. */
  readonly rerank?: boolean;
  readonly signal?: AbortSignal;
}

export interface Retrieval {
  /** Best first; passages of one document follow the document's best one. */
  readonly passages: readonly Passage[];
  /** How the index read the question. */
  readonly terms: readonly QueryTerm[];
  /** Milliseconds. */
  readonly timings: { readonly embed: number; readonly search: number; readonly rerank?: number };
}

export interface Retriever {
  retrieve(question: string, options?: RetrieveOptions): Promise<Retrieval>;
  /** Documents for a query still being typed, one passage each. */
  suggest(query: string, limit: number): Promise<readonly Passage[]>;
  /** The documents changed last, the newest first; absent where a single document is searched. */
  newest?(limit: number, filter?: Filter): Promise<readonly Document[]>;
  /** Stretches `[start, end)` of `text` that match the question's terms, in order. */
  highlight(question: string, text: string): readonly (readonly [number, number])[];
  /** How the index reads any words: the same normalised forms as `Retrieval.terms`. */
  terms(text: string): readonly QueryTerm[];
}
