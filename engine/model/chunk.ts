/**
 * A range `[start, end)` of a document's text, in UTF-16 code units. The chunks of a document are in order, do not
 * overlap and cover the whole text.
 */
export interface Chunk {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** The headings above the chunk, outermost first. */
  readonly headings: readonly string[];
  /** PDF page on which the chunk starts, from 1. */
  readonly page?: number;
}
