import type { Quota } from "../connectors/service";
import type { Fetch } from "../ports/fetch";

/** How a source's vendor is doing, for the options page. */
export interface ServiceStatus {
  /** As the vendor last said, or by our own count. */
  readonly quota?: Quota;
  /** No request goes out before then; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** `open`: the breaker holds requests back after repeated failures; `half-open`: one probe is allowed. */
  readonly breaker: "closed" | "open" | "half-open";
}

/** Work of many requests, shared with whoever knows when what came of them is kept. */
export interface RequestBudget {
  /** Requests that went out, the vendor turned none of them away, and nothing that came of them is kept yet. */
  uncommitted: number;
}

/** One source's way to its vendor; see `ConnectorContext.api` for what it promises. */
export interface ServiceApi {
  readonly fetch: Fetch;
  /**
   * The same for requests that are part of more work. Once others of it went through, a turn is waited for however
   * far off it is: a WaitError would throw away what was asked, and work that takes more than a slow limit lets
   * through at once would begin again for ever.
   */
  fetchWithin(budget: RequestBudget): Fetch;
  status(): Promise<ServiceStatus>;
  /** For when the source is disconnected: once resolved, nothing of it touches the vault any more. */
  close(): Promise<void>;
}

/** Where limits are counted, so that a killed worker cannot exceed them. */
export interface LimitRecord {
  /** Theoretical arrival time of the generic cell rate algorithm, by limit id; milliseconds since the epoch. */
  readonly arrivals: Readonly<Record<string, number>>;
  /** The vendor wants no request at all before then; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** The vendor wants none that counts against these limits before then; by limit id. */
  readonly blocked?: Readonly<Record<string, number>>;
  readonly quota?: Quota;
}

export interface LimitRecords {
  load(sourceId: string): Promise<LimitRecord | undefined>;
  save(sourceId: string, record: LimitRecord): Promise<void>;
}
