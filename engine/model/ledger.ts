import type { ErrorCode } from "../errors/error-code";
/** `pending` is in the outbox. The other three are final until the item changes. */
export type LedgerStatus = "pending" | "indexed" | "skipped" | "failed";

/** The state of one item of one source. There is exactly one row for each item. */
export interface LedgerItem {
  readonly sourceId: string;
  readonly itemId: string;
  readonly title: string;
  readonly url: string;
  readonly status: LedgerStatus;
  /** Why the item was skipped or failed, or what is missing although it was indexed, as a sentence. */
  readonly reason?: string;
  /** Code of the reason; `partial` when the item was indexed and part of it is missing. */
  readonly code?: ErrorCode | "partial";
  readonly version: string;
  readonly contentHash?: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** Counts over a source's ledger. `found` is the sum of the others. */
export interface LedgerCounts {
  readonly found: number;
  readonly pending: number;
  readonly indexed: number;
  readonly skipped: number;
  readonly failed: number;
  /** Of the indexed ones: those of which a part is missing. */
  readonly partial: number;
}
