import type { SourceDocument } from "./source-document";

/** A search sent to the sources that have a search of their own. */
export interface LiveRequest {
  readonly text: string;
  /** Maximum number of documents from each source. */
  readonly limit: number;
  /** Search only these sources; all that can search when absent. */
  readonly sourceIds?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly updatedAfter?: number;
  /** Milliseconds since the epoch. */
  readonly updatedBefore?: number;
}

/** The reply of one source, or why there was none in time. */
export type LiveReply = {
  readonly sourceId: string;
  readonly label: string;
} & (
  | { readonly documents: readonly SourceDocument[]; readonly cached: boolean }
  | { readonly problem: string }
);
