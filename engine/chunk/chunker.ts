import type { Chunk } from "../model/chunk";
import type { ConvertedText } from "../model/document";

export interface ChunkOptions {
  /** Tokens of a text, by the embedder's own tokenizer. */
  readonly countTokens: (text: string) => number;
  /** Target size of a chunk in tokens; 400 by default. */
  readonly targetTokens?: number;
}

/**
 * Splits a text into chunks: in order, disjoint, covering it entirely, none over 1.5 × the target, no cut inside a
 * surrogate pair. An empty text has no chunks.
 */
export type ChunkText = (converted: ConvertedText, options: ChunkOptions) => readonly Chunk[];

/** The parts of the text that is embedded and searched for a chunk. */
export interface ChunkContext {
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
}
