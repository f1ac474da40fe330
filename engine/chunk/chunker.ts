import type { Chunk } from "../model/chunk";
import type { ConvertedText } from "../model/document";

export interface ChunkOptions {
  /** Tokens of a text, by the embedder's own tokenizer. */
  readonly countTokens: (text: string) => number;
  /** What a chunk aims at; 400 by default. */
  readonly targetTokens?: number;
}

/**
 * Cuts a text into chunks: in order, disjoint, covering it entirely, none over 1.5 × the target, no cut
 * inside a surrogate pair. An empty text has no chunks.
 */
export type ChunkText = (converted: ConvertedText, options: ChunkOptions) => readonly Chunk[];

/** What is embedded and searched for a chunk: title and heading path are carried into it. */
export interface ChunkContext {
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
}
