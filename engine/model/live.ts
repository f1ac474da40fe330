import type { SourceDocument } from "./source-document";

/** A question to the sources that can search for themselves. */
export interface LiveRequest {
  readonly text: string;
  /** Most documents wanted of each source. */
  readonly limit: number;
  /** Only these sources; all that can search where absent. */
  readonly sourceIds?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly updatedAfter?: number;
  /** Milliseconds since the epoch. */
  readonly updatedBefore?: number;
}

/** What one source said, or why it said nothing in time. */
export type LiveReply = {
  readonly sourceId: string;
  readonly label: string;
} & (
  | { readonly documents: readonly SourceDocument[]; readonly cached: boolean }
  | { readonly problem: string }
);
