import type { ServiceStatus } from "../contract/sources";
import type { Fetch } from "../ports/fetch";

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
