import type { ErrorCode } from "../errors/error-code";
import type { SourceDocument } from "./source-document";

/** An item that could not be delivered. The run goes on. */
export interface ItemFailure {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly version: string;
  readonly outcome: "skipped" | "failed";
  readonly code: ErrorCode;
  /** A sentence a person understands. */
  readonly reason: string;
}

/**
 * An item whose content is what it was although its version is new: a touched file, a page asked again in
 * vain. Nothing is indexed again; the ledger row takes the version and stays otherwise as it is.
 */
export interface TouchedItem {
  readonly id: string;
  readonly version: string;
}

/**
 * One page of a sync: committed as a whole together with the cursor, so a kill between pages repeats
 * nothing and loses nothing. When `done`, the next pull (with this cursor) starts the next incremental pass.
 */
export interface PullPage extends ItemsPage {
  /** Only items the ledger already has a row for; absent means none. */
  readonly touched?: readonly TouchedItem[];
  readonly cursor: string;
  readonly done: boolean;
  readonly progress?: PullProgress;
}

/** How far a source has been read, as far as its connector can tell. */
export interface PullProgress {
  /** True while older items are still being fetched for the first time; fresh items of other sources go first. */
  readonly backfill: boolean;
  /** Everything updated since then has been seen; milliseconds since the epoch. Absent: not known, or everything. */
  readonly coveredSince?: number;
  /** Items the vendor says there are. */
  readonly total?: number;
}

/** What is to be said of some items. */
export interface ItemsPage {
  readonly documents: readonly SourceDocument[];
  /** Item ids that are gone. A moved item is a deletion and a document in the same page. */
  readonly deletions: readonly string[];
  readonly failures: readonly ItemFailure[];
}

/** What the ledger knows of an item, so that unchanged items are not delivered again. */
export interface KnownItem {
  readonly version: string;
  readonly contentHash?: string;
}
