import type { LedgerCounts, LedgerStatus } from "../model/ledger";
import type { Quota } from "../model/quota";
import type { Settings, Source } from "../model/source";

/** How a source's vendor is doing. */
export interface ServiceStatus {
  /** As the vendor last said, or by our own count. */
  readonly quota?: Quota;
  /** No request goes out before then; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** `open`: the breaker holds requests back after repeated failures; `half-open`: one probe is allowed. */
  readonly breaker: "closed" | "open" | "half-open";
}

/** A source as the pages show it. */
export interface SourceSummary {
  readonly source: Source;
  readonly counts: LedgerCounts;
  /** Present for connected sources. */
  readonly service?: ServiceStatus;
  /** Milliseconds until everything has been read, at the present pace; absent when it is not known. */
  readonly etaMs?: number;
}

/** A source to add. */
export interface NewSource {
  readonly connectorId: string;
  /** The connector's name where absent. */
  readonly label?: string;
  readonly settings?: Settings;
  /** For connectors of which several can be added; a one-of-a-kind source is named after its connector. */
  readonly id?: string;
}

/** What the person changes about a source. */
export interface SourceChange {
  readonly label?: string;
  /**
   * Fields to change. The source is then gone through from the beginning; a connected one first loses what the
   * new settings leave out (see `pruneBeforeResync`).
   */
  readonly settings?: Settings;
  readonly paused?: boolean;
  /** Nothing of the source is ever sent to a model on another machine. */
  readonly deviceOnly?: boolean;
}

/** Narrows and pages a ledger. Rows come ordered by item id, within each status or reason code where asked for. */
export interface LedgerQuery {
  readonly statuses?: readonly LedgerStatus[];
  /** Only rows that carry a reason: trouble, and what is missing although it was indexed. */
  readonly withReason?: boolean;
  readonly offset: number;
  readonly limit: number;
}
