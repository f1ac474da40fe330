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
  /** A sentence for the person. */
  readonly reason: string;
}

/**
 * An item whose version is new and whose content is the same: a touched file, a page that again could not be fetched.
 * It is not indexed again; its ledger row takes the new version and is otherwise unchanged.
 */
export interface TouchedItem {
  readonly id: string;
  readonly version: string;
}

/**
 * One page of a sync. It is committed together with the cursor in one transaction, so that after a kill between two
 * pages nothing is repeated or lost. When `done`, the next pull with this cursor starts the next incremental pass.
 */
export interface PullPage extends ItemsPage {
  /** Only items that have a ledger row; absent: none. */
  readonly touched?: readonly TouchedItem[];
  readonly cursor: string;
  readonly done: boolean;
  readonly progress?: PullProgress;
}

/** How far a source has been read, as far as its connector knows. */
export interface PullProgress {
  /** True while older items are being fetched for the first time. New items of other sources have priority. */
  readonly backfill: boolean;
  /**
   * Everything updated since this time has been read; milliseconds since the epoch. Absent: unknown, or everything.
   */
  readonly coveredSince?: number;
  /** Number of items the vendor reports. */
  readonly total?: number;
}

/** Notes for the ledger rows of some items. */
export interface ItemsPage {
  readonly documents: readonly SourceDocument[];
  /** Ids of items that were deleted. A moved item is a deletion and a document in the same page. */
  readonly deletions: readonly string[];
  readonly failures: readonly ItemFailure[];
}

/** What the ledger records of an item, so that unchanged items are not delivered again. */
export interface KnownItem {
  readonly version: string;
  readonly contentHash?: string;
}
