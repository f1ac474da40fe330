import type { IndexStats } from "../contract/status";
import type { Filter } from "../model/filter";
import type { ChunkHit, QueryTerm, TermPositions } from "../model/hit";
import type { IndexChange } from "../model/index-change";
import type { DocumentType } from "../model/source-document";

/** A chunk to index. The fields have separate weights in keyword search. */
export interface IndexChunk {
  readonly ordinal: number;
  readonly headings: readonly string[];
  readonly text: string;
  /** Of the index's `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
}

export interface IndexDocument {
  readonly documentId: number;
  readonly sourceId: string;
  readonly type: DocumentType;
  readonly title: string;
  readonly author?: string;
  readonly container?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly chunks: readonly IndexChunk[];
}

/** Added documents have ids from `allocateIds`; removed ones are the ids of superseded or deleted versions. */
export interface IndexBatch {
  readonly add: readonly IndexDocument[];
  readonly remove: readonly number[];
}

export interface ScanOptions {
  readonly limit: number;
  /** Applied inside the scan, so a filter never costs recall. */
  readonly filter?: Filter;
}

/**
 * The persistent hybrid index. A change takes two steps, so that the store can commit text, ledger and index in one
 * transaction: `prepare` encodes a change without showing it, `apply` shows it once it is committed. There is one
 * writer; queries may run between any two steps.
 */
export interface SearchIndex {
  readonly embedderId: string;
  readonly dimensions: number;
  /** Changes with every `apply`; absent for an index that never changes under a query. */
  readonly revision?: number;
  stats(): IndexStats;
  /** New document ids, never allocated before. */
  allocateIds(count: number): readonly number[];
  prepare(batch: IndexBatch): IndexChange;
  apply(change: IndexChange): void;
  /**
   * A change that merges small or half-deleted segments. Undefined when no merge is due, or, while `merging`, when more
   * steps are needed: call again after queries could run.
   */
  prepareMerge(): IndexChange | undefined;
  /** True while a merge is unfinished; absent for an index that merges in one step. */
  readonly merging?: boolean;
  /** BM25 over title, headings, text and author; best first. */
  keyword(query: string, options: ScanOptions): readonly ChunkHit[];
  /** Cosine similarity; best first. */
  vector(query: Float32Array, options: ScanOptions): readonly ChunkHit[];
  /** Like `keyword`, for a query that is still typed: the last word is a prefix, and one typo is tolerated. */
  suggest(query: string, options: ScanOptions): readonly ChunkHit[];
  /**
   * The words of a query, for highlighting and for coverage: one term for all forms of a word, and the parts of a compound.
   */
  terms(query: string): readonly QueryTerm[];
  /** Finds terms, normalised as by `terms`, in any text; stop words are ignored. */
  finder(terms: readonly string[]): (text: string) => TermPositions;
  /** Stretches `[start, end)` of `text` that match the query's terms, in order. */
  highlight(query: string, text: string): readonly (readonly [number, number])[];
  /** Ids of the documents changed last, the newest first; absent for an index of one document. */
  newest?(options: ScanOptions): readonly number[];
  /** Names for filters, each once; absent for an index that is never filtered. The same lists until `apply`. */
  names?(): IndexNames;
}

/** Names that filters match. */
export interface IndexNames {
  readonly authors: readonly string[];
  /** The parts of container paths: folders, channels, repositories. */
  readonly containers: readonly string[];
}

/** What has to be indexed again: documents of damaged segments, or "all" when embedder or format changed. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly rebuild: "none" | "all" | readonly number[];
  /** Sentences for the person, about damaged segments or a changed embedder. */
  readonly problems: readonly string[];
}

export interface OpenIndexOptions {
  readonly embedderId: string;
  readonly dimensions: number;
}
