/** Turns text into L2-normalised vectors. Deterministic: the same text gives the same vector. */
export interface Embedder {
  /** Names model and version; an index remembers it and is rebuilt when it changes. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimensions: number;
  countTokens(text: string): number;
  /** One vector a text; a text without known tokens gives the zero vector. */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array>;
}
