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

/**
 * The budget of work that takes several requests, shared with the caller that knows when its results are committed.
 */
export interface RequestBudget {
  /** Number of accepted requests whose results are not committed yet. */
  uncommitted: number;
}

/** The API access of one source; see `ConnectorContext.api` for its guarantees. */
export interface ServiceApi {
  readonly fetch: Fetch;
  /**
   * The same for requests of one unit of work. Once some of them were accepted, a request waits for its turn however
   * long it takes: a WaitError would discard their results, and work that needs more requests than a slow limit
   * allows at once would never finish.
   */
  fetchWithin(budget: RequestBudget): Fetch;
  status(): Promise<ServiceStatus>;
  /** Called when the source is disconnected: after it resolves, the access does not use the vault any more. */
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
