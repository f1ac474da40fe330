import type { Account } from "../../model/credential";
import type { Settings } from "../../model/source";

/**
 * A stateful fake of a vendor, written from its documentation: cursors, deltas, tombstones, OAuth. It replies in
 * memory; `serveVendors` puts it behind a real port. Network faults (timeouts, truncated bodies, 500s) are the suite's.
 */
export interface FakeVendor {
  /** Host names it answers for: "api.github.com". */
  readonly hosts: readonly string[];
  /** True for a vendor that cannot list the newest items first. */
  readonly unordered?: boolean;
  /** An accepted token, pasted by a person or as the access token of an OAuth sign-in; any other is refused (401). */
  readonly token: string;
  /** The user name for the token, where the vendor needs one. */
  readonly user?: string;
  /** Settings a source needs to reach it. */
  readonly settings?: Settings;
  /** The account that `identify` must return. */
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
  /** Revokes the person's access to one item: 403 or 404, as the vendor replies. */
  forbid?(name: string): void;
  /** Adds an item that lacks what every item must have; returns its item id. */
  createMalformed(name: string): string;
  /** Omits every optional field of every later reply. */
  omitOptional(): void;
  /** Every token issued so far is refused (401) from now on. */
  revokeTokens(): void;
  /** The vendor's reply for "too many requests"; without a duration when `seconds` is absent. */
  limitReply(seconds?: number): Response;
  /** Invalidates delta tokens and page tokens issued so far; absent where the vendor has none. */
  expireCursors?(): void;
}

/** Time and identity a fake vendor needs. */
export interface FakeVendorOptions {
  /** Milliseconds since the epoch, for the times of items. */
  readonly now: () => number;
  /** Items of one page; small in tests. The vendor's own default where absent. */
  readonly pageSize?: number;
}
