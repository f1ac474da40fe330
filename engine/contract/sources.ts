import type { LedgerCounts, LedgerStatus } from "../model/ledger";
import type { Quota } from "../model/quota";
import type { Settings, Source } from "../model/source";

/** State of a source's vendor. */
export interface ServiceStatus {
  /** As last reported by the vendor, or Atlas's own count. */
  readonly quota?: Quota;
  /** No request is sent before this time; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** `open`: requests are blocked after repeated failures; `half-open`: one probe is allowed. */
  readonly breaker: "closed" | "open" | "half-open";
}

/** A source as pages show it. */
export interface SourceSummary {
  readonly source: Source;
  readonly counts: LedgerCounts;
  /**
   * Number of the indexed documents whose index entry is being renewed, because it was damaged or made by another
   * embedding model: until then they are not found, or by their words alone. Absent for none.
   */
  readonly rebuilding?: number;
  /** Present for connected sources. */
  readonly service?: ServiceStatus;
  /** Milliseconds until everything has been read, at the current speed; absent when unknown. */
  readonly etaMs?: number;
}

/** A source to add. */
export interface NewSource {
  readonly connectorId: string;
  /** The connector's name when absent. */
  readonly label?: string;
  readonly settings?: Settings;
  /** For connectors with several sources. A source of another connector has the connector's name. */
  readonly id?: string;
}

/** The person's changes to a source. */
export interface SourceChange {
  readonly label?: string;
  /**
   * Fields to change. The source is read from the beginning afterwards. A connected source first loses the items
   * outside the new settings (see `pruneBeforeResync`).
   */
  readonly settings?: Settings;
  readonly paused?: boolean;
  /** Nothing of the source is sent to a model on another machine. */
  readonly deviceOnly?: boolean;
}

/**
 * Filters and pages a ledger. Rows are ordered by item id, within each status or reason code when these are given.
 */
export interface LedgerQuery {
  readonly statuses?: readonly LedgerStatus[];
  /** Only rows with a reason: items with a problem, and indexed items of which a part is missing. */
  readonly withReason?: boolean;
  readonly offset: number;
  readonly limit: number;
}
