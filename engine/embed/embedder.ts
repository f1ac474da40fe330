/** What texts have to do with a question, token by token. */
export interface CloseReading {
  /** One a token of the question, distinct tokens only: its share of the question's meaning, 1 in sum. */
  readonly weights: Float32Array;
  /** In the order of the texts. */
  readonly passages: readonly {
    /** As `embedPassages` gives it. */
    readonly vector: Float32Array;
    /** By token of the question, the highest cosine with a token of the text, 0..1. */
    readonly nearest: Float32Array;
  }[];
}

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
  /** Late interaction; only embedders whose tokens have vectors of their own offer it. */
  readClosely?(question: string, texts: readonly string[], signal?: AbortSignal): Promise<CloseReading>;
}
