/** A chunk found by a scan of the index; higher scores are better, scales differ between scans. */
export interface ChunkHit {
  readonly documentId: number;
  readonly ordinal: number;
  readonly score: number;
}

/** Where a text has terms of a list, in order; the arrays run side by side. */
export interface TermPositions {
  /** Positions in the list. */
  readonly terms: readonly number[];
  /** Positions in the text, in words, from 0. */
  readonly words: readonly number[];
  /** Words of the text. */
  readonly length: number;
}

/** A term of a query as the index understands it. */
export interface QueryTerm {
  /** The normalised (lower-cased, stemmed) form. */
  readonly term: string;
  /** Number of live chunks that contain it. */
  readonly chunkFrequency: number;
  /** BM25 inverse document frequency; 0 for a stop word. */
  readonly weight: number;
}
