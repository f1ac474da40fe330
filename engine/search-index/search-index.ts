import type { Filter } from "../model/filter";
import type { ChunkHit, QueryTerm, TermPositions } from "../model/hit";
import type { IndexChange } from "../model/index-change";
import type { DocumentType } from "../model/source-document";

/** A chunk as the index takes it. The fields are weighted apart in keyword search. */
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

/** Added documents carry ids from `allocateIds`; removed ones are the ids of superseded or deleted versions. */
export interface IndexBatch {
  readonly add: readonly IndexDocument[];
  readonly remove: readonly number[];
}

export interface ScanOptions {
  readonly limit: number;
  /** Applied inside the scan, so a filter never costs recall. */
  readonly filter?: Filter;
}

export interface IndexStats {
  readonly documents: number;
  readonly chunks: number;
  readonly segments: number;
  readonly memoryBytes: number;
  readonly savedBytes: number;
}

/**
 * The persistent hybrid index. Changing it takes two steps, so that the store can commit text, ledger and
 * index in one transaction: `prepare` encodes a change without showing it, `apply` shows it once committed.
 * One writer; queries may run between any two steps.
 */
export interface SearchIndex {
  readonly embedderId: string;
  readonly dimensions: number;
  /** Another number after every `apply`; an index that never changes under a query leaves it out. */
  readonly revision?: number;
  stats(): IndexStats;
  /** Fresh document ids, never given out before. */
  allocateIds(count: number): readonly number[];
  prepare(batch: IndexBatch): IndexChange;
  apply(change: IndexChange): void;
  /**
   * A change that folds small or half-dead segments together. Undefined when there is nothing to gain, or,
   * while `merging`, when more steps are needed: call again after queries had their turn.
   */
  prepareMerge(): IndexChange | undefined;
  /** True while a merge was begun and is not finished; an index that merges in one go leaves it out. */
  readonly merging?: boolean;
  /** BM25 over title, headings, text and author; best first. */
  keyword(query: string, options: ScanOptions): readonly ChunkHit[];
  /** Cosine similarity; best first. */
  vector(query: Float32Array, options: ScanOptions): readonly ChunkHit[];
  /** As keyword, for a query still being typed: the last word is a prefix, one typo is forgiven. */
  suggest(query: string, options: ScanOptions): readonly ChunkHit[];
  /** How the index reads a query, for highlighting and for judging coverage. */
  terms(query: string): readonly QueryTerm[];
  /** Finds terms, normalised as `terms` gives them, in any text; stop words are left out. */
  finder(terms: readonly string[]): (text: string) => TermPositions;
  /** Stretches `[start, end)` of `text` that match the query's terms, in order. */
  highlight(query: string, text: string): readonly (readonly [number, number])[];
  /** Names a filter may use, each once; an index that is never filtered leaves it out. The same lists until `apply`. */
  names?(): IndexNames;
}

/** What documents are filed under. */
export interface IndexNames {
  readonly authors: readonly string[];
  /** The parts of container paths: folders, channels, repositories. */
  readonly containers: readonly string[];
}

/** What opening found: documents whose segment was damaged, or "all" when embedder or format changed. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly rebuild: "none" | "all" | readonly number[];
  /** Sentences for the person: a named damaged segment, a changed embedder. */
  readonly problems: readonly string[];
}

export interface OpenIndexOptions {
  readonly embedderId: string;
  readonly dimensions: number;
}
