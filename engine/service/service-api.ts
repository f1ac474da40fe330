import type { ServiceStatus } from "../contract/sources";
import type { Fetch } from "../ports/fetch";

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
