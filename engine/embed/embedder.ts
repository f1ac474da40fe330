/** Late interaction: the similarity of texts to each token of a question. */
export interface TokenMatches {
  /** One for each distinct token of the question: its share of the question's weight, 1 in sum. */
  readonly weights: Float32Array;
  /** One array for each text: for each token of the question the highest cosine with a token of the text, 0..1. */
  readonly nearest: readonly Float32Array[];
}

/** Turns text into L2-normalised vectors. Deterministic: the same text gives the same vector. */
export interface Embedder {
  /** Names model and version; an index stores it and is rebuilt when it changes. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  countTokens(text: string): number;
  /**
   * Share of the words of a text that the embedder knows, 0..1: the less, the less its vector says. 0 for a text of another
   * script or without words.
   */
  knownShare(text: string): number;
  /** One vector for each text; a text without known tokens gives the zero vector. */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array>;
  /** Compares by token instead of by text; only for embedders whose tokens have vectors. */
  matchTokens?(question: string, texts: readonly string[], signal?: AbortSignal): Promise<TokenMatches>;
}
