/** A chunk found by a scan of the index. A higher score is better; scores of different scans are not comparable. */
export interface ChunkHit {
  readonly documentId: number;
  readonly ordinal: number;
  readonly score: number;
}

/** Occurrences of the terms of a list in a text, in order. The arrays are parallel. */
export interface TermPositions {
  /** Index in the list of terms. */
  readonly terms: readonly number[];
  /** Position in the text, counted in words from 0. */
  readonly words: readonly number[];
  /** Number of words of the text. */
  readonly length: number;
}

/** A term of a query as it is in the index. */
export interface QueryTerm {
  /** The normalised (lower-cased, stemmed) form. */
  readonly term: string;
  /** Number of live chunks that contain it. */
  readonly chunkFrequency: number;
  /** BM25 inverse document frequency; 0 for a stop word. */
  readonly weight: number;
}
