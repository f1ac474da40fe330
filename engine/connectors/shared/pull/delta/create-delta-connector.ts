import { hasCode } from "../../../../errors/error-code";
import type { PullPage } from "../../../../model/pull-page";
import type { Clock } from "../../../../ports/clock";
import { hasElapsed } from "../../../../util/has-elapsed";
import type { Connector, ConnectorContext } from "../../../connector";
import { EMPTY_ITEMS } from "../items-page";
import { type DeltaCursor, type DeltaListing, parseDeltaCursor } from "./delta-cursor";
import { type DeliveredItems, type DeliverItems, type DeltaEntry, deliverEntries } from "./delta-entry";

/** One page of a list or of changes. */
export interface DeltaPage<Item> {
  readonly entries: readonly DeltaEntry<Item>[];
  /** Token of the next page; absent on the last. */
  readonly next?: string;
  /**
   * On the last page of changes: the token for the next time. Also on the last page of a listing, for vendors that
   * issue the token there.
   */
  readonly token?: string;
  /** Parts of the source that must be listed again, such as a folder that was moved. */
  readonly parts?: readonly string[];
}

export interface DeltaOptions<Item> {
  readonly clock: Clock;
  readonly known: ConnectorContext["known"];
  /** Returns the token from which changes are reported; absent when the listing's last page has it. */
  start?(signal: AbortSignal): Promise<string>;
  /** Lists everything, or the part. Rejects with ExpiredCursorError when the vendor no longer knows the page. */
  list(request: Omit<DeltaListing, "oldest">, signal: AbortSignal): Promise<DeltaPage<Item>>;
  /** Lists the changes since the token. Rejects with ExpiredCursorError when the vendor no longer knows it. */
  changes(
    request: { readonly token: string; readonly page?: string | undefined },
    signal: AbortSignal,
  ): Promise<DeltaPage<Item>>;
  readonly deliver: DeliverItems<Item>;
  /** Ids that the ledger has and the vendor does not; called when changes were lost. */
  findGone(signal: AbortSignal): Promise<readonly string[]>;
  /** True when `list` is ordered by last update, newest first, so that progress is known. */
  readonly newestFirst: boolean;
  /** Nothing updated before this is listed; milliseconds since the epoch. */
  readonly floor?: number | undefined;
}

/** Interval between two looks for changes while a listing runs. */
const REFRESH_INTERVAL_MS = 5 * 60_000;

/**
 * Creates a connector for a vendor that reports changes since a token. The token is taken before the listing starts,
 * and changes are read between the pages of the listing, which may take hours. When the token has expired, everything
 * is listed again; items that the ledger has in the same version are not delivered again.
 */
export function createDeltaConnector<Item>(options: DeltaOptions<Item>): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const state = parseDeltaCursor(cursor);
      if (state.token === undefined || !isChangesDue(state, options.clock.now())) {
        return pullListing(options, state, signal);
      }
      return pullChanges(options, { ...state, token: state.token }, signal);
    },
  };
}

function isChangesDue({ page, listings, freshAt }: DeltaCursor, now: number): boolean {
  return page !== undefined || listings.length === 0 || hasElapsed(freshAt, REFRESH_INTERVAL_MS, now);
}

async function pullListing<Item>(
  options: DeltaOptions<Item>,
  state: DeltaCursor,
  signal: AbortSignal,
): Promise<PullPage> {
  const [listing = {}, ...others] = state.listings;
  const started = state.token ?? (await options.start?.(signal));
  const list = () => options.list({ part: listing.part, page: listing.page }, signal);
  const page = listing.page === undefined ? await list() : await orExpired(list);
  if (page === "expired") {
    return createEmptyPage({ ...state, token: started, listings: [{ part: listing.part }, ...others] });
  }
  const delivered = await deliver(options, page, signal);
  const advanced = { ...listing, oldest: oldestOf(listing, delivered) };
  const remaining = delivered.more
    ? [advanced]
    : page.next === undefined
      ? []
      : [{ ...advanced, page: page.next }];
  const token = started ?? page.token;
  const next: DeltaCursor = {
    ...state,
    token,
    freshAt: state.freshAt ?? options.clock.now(),
    listings: [...newListings(page, delivered, state), ...remaining, ...others],
  };
  const isSweepDone = state.sweep === true && next.listings.length === 0;
  const gone = isSweepDone ? await options.findGone(signal) : [];
  return toPage(options, {
    delivered: { ...delivered, deletions: [...delivered.deletions, ...gone] },
    next: isSweepDone ? { ...next, sweep: undefined } : next,
    // Without a token the next pass lists everything again.
    done: next.listings.length === 0 && token === undefined,
  });
}

async function pullChanges<Item>(
  options: DeltaOptions<Item>,
  state: DeltaCursor & { readonly token: string },
  signal: AbortSignal,
): Promise<PullPage> {
  const page = await orExpired(() => options.changes({ token: state.token, page: state.page }, signal));
  if (page === "expired") {
    // Perhaps only the page token has expired.
    if (state.page !== undefined) return createEmptyPage({ ...state, page: undefined });
    return createEmptyPage({ listings: [{}], sweep: true });
  }
  const delivered = await deliver(options, page, signal);
  const ended = !delivered.more && page.next === undefined;
  const next: DeltaCursor = {
    ...state,
    token: ended ? (page.token ?? state.token) : state.token,
    page: delivered.more ? state.page : page.next,
    freshAt: ended ? options.clock.now() : state.freshAt,
    listings: [...newListings(page, delivered, state), ...state.listings],
  };
  return toPage(options, { delivered, next, done: ended && next.listings.length === 0 });
}

async function deliver<Item>(
  { known, deliver }: DeltaOptions<Item>,
  { entries }: DeltaPage<Item>,
  signal: AbortSignal,
): Promise<DeliveredItems> {
  const ledger = await known(entries.map(({ id }) => id));
  return deliverEntries(entries, { known: ledger, deliver, signal });
}

/** Before the others: recent changes come before old items. */
function newListings(
  { parts = [] }: DeltaPage<unknown>,
  { more }: DeliveredItems,
  { listings }: DeltaCursor,
): DeltaListing[] {
  if (more) return [];
  const queued = new Set(listings.flatMap(({ part, page }) => (page === undefined ? [part] : [])));
  return [...new Set(parts)].filter((part) => !queued.has(part)).map((part) => ({ part }));
}

function oldestOf({ oldest }: DeltaListing, { documents }: DeliveredItems): number | undefined {
  const times = documents.map(({ updatedAt }) => updatedAt);
  if (oldest !== undefined) times.push(oldest);
  return times.length > 0 ? Math.min(...times) : undefined;
}

async function orExpired<Page>(request: () => Promise<Page>): Promise<Page | "expired"> {
  try {
    return await request();
  } catch (thrown) {
    if (hasCode(thrown, "expired-cursor")) return "expired";
    throw thrown;
  }
}

function toPage<Item>(
  { newestFirst, floor }: DeltaOptions<Item>,
  { delivered, next, done }: { delivered: DeliveredItems; next: DeltaCursor; done: boolean },
): PullPage {
  const { more, ...page } = delivered;
  const whole = next.listings.find(({ part }) => part === undefined);
  const coveredSince = whole ? (newestFirst ? whole.oldest : undefined) : floor;
  return {
    ...page,
    cursor: JSON.stringify(next),
    done,
    progress: { backfill: whole !== undefined, ...(coveredSince !== undefined && { coveredSince }) },
  };
}

function createEmptyPage(next: DeltaCursor): PullPage {
  return { ...EMPTY_ITEMS, cursor: JSON.stringify(next), done: false };
}
