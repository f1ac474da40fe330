import type { ErrorCode } from "../errors/error-code";
/** `pending` waits in the outbox; the other three are final until the item changes. */
export type LedgerStatus = "pending" | "indexed" | "skipped" | "failed";

/** What became of one item of one source. Exactly one row per item. */
export interface LedgerItem {
  readonly sourceId: string;
  readonly itemId: string;
  readonly title: string;
  readonly url: string;
  readonly status: LedgerStatus;
  /** Why it was skipped or failed, or what is missing although it was indexed; a sentence for a person. */
  readonly reason?: string;
  /** Code of the reason; `partial` where it was indexed and something of it is missing. */
  readonly code?: ErrorCode | "partial";
  readonly version: string;
  readonly contentHash?: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** Sums over a source's ledger. `found` is the sum of the others. */
export interface LedgerCounts {
  readonly found: number;
  readonly pending: number;
  readonly indexed: number;
  readonly skipped: number;
  readonly failed: number;
}
