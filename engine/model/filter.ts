import type { DocumentType } from "./source-document";

/** Limits a search: every field that is present must match. An empty list matches nothing. */
export interface Filter {
  readonly sourceIds?: readonly string[];
  readonly types?: readonly DocumentType[];
  readonly authors?: readonly string[];
  /** Matches a document whose container path contains any of these names. */
  readonly containers?: readonly string[];
  /** Milliseconds since the epoch, inclusive. */
  readonly updatedAfter?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly updatedBefore?: number;
}
