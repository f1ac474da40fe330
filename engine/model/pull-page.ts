import type { SourceDocument } from "./source-document";

/** An item that could not be delivered. The run goes on. */
export interface ItemFailure {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly version: string;
  readonly outcome: "skipped" | "failed";
  readonly code: string;
  /** A sentence a person understands. */
  readonly reason: string;
}

/**
 * One page of a sync: committed as a whole together with the cursor, so a kill between pages repeats
 * nothing and loses nothing. When `done`, the next pull (with this cursor) starts the next incremental pass.
 */
export interface PullPage {
  readonly documents: readonly SourceDocument[];
  /** Item ids that are gone. A moved item is a deletion and a document in the same page. */
  readonly deletions: readonly string[];
  readonly failures: readonly ItemFailure[];
  readonly cursor: string;
  readonly done: boolean;
}

/** What the ledger knows of an item, so that unchanged items are not delivered again. */
export interface KnownItem {
  readonly version: string;
  readonly contentHash?: string;
}
