import type { Account } from "../../model/credential";
import type { Settings } from "../../model/source";

/**
 * A stateful stand-in for a vendor, written from its documented shapes: cursors, deltas, tombstones, OAuth. It
 * answers requests in memory; `serveVendors` puts it behind a real port. What the suite does to the network
 * (timeouts, cut bodies, 500s) is not its business.
 */
export interface FakeVendor {
  /** Host names it answers for: "api.github.com". */
  readonly hosts: readonly string[];
  /** True for a vendor that cannot list the newest items first. */
  readonly unordered?: boolean;
  /** A token it accepts, pasted by a person or as the access token of an OAuth sign-in; any other is refused (401). */
  readonly token: string;
  /** The name that goes with the token, where the vendor wants one. */
  readonly user?: string;
  /** Settings a source needs to reach it. */
  readonly settings?: Settings;
  /** What `identify` must find. */
  readonly account: Account;
  handle(request: Request): Promise<Response>;
  /** Adds a good item whose title or text contains the name; returns its item id. Later items are newer. */
  create(name: string): string;
  /** Changes an item in a way that must reach the index. */
  update(name: string): void;
  /** Deletes it at the vendor. */
  remove(name: string): void;
  /** Moves it to another container; absent where nothing can move. */
  move?(name: string): void;
  /** Takes the person's access to one item away: 403 or 404, as the vendor answers. */
  forbid?(name: string): void;
  /** Adds an item that lacks what every item must have; returns its item id. */
  createMalformed(name: string): string;
  /** Leaves every optional field of every later reply away. */
  omitOptional(): void;
  /** Every token given out so far is refused (401) from now on. */
  revokeTokens(): void;
  /** How the vendor says "too many requests". `seconds` absent: without saying for how long. */
  limitReply(seconds?: number): Response;
  /** Delta tokens and page tokens given out so far are no longer known; absent where the vendor has none. */
  expireCursors?(): void;
}

/** Time and identity a fake vendor needs. */
export interface FakeVendorOptions {
  /** Milliseconds since the epoch; items are stamped with it. */
  readonly now: () => number;
  /** Items of one page; small in tests. The vendor's own default where absent. */
  readonly pageSize?: number;
}
