import { hasCode } from "../../../../errors/error-code";
import type { ItemsPage, PullPage } from "../../../../model/pull-page";
import type { Clock } from "../../../../ports/clock";
import { hasElapsed } from "../../../../util/has-elapsed";
import type { Connector, ConnectorContext } from "../../../connector";
import { EMPTY_ITEMS } from "../items-page";
import { type FeedCursor, parseFeedCursor } from "./feed-cursor";

/** One page of a vendor's list, newest update first. */
export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** Token of the next page; absent on the last. */
  readonly next?: string;
  /** Total number of items, where the vendor reports it. */
  readonly total?: number;
}

export interface FeedRequest {
  readonly token?: string;
  /** Only items updated at or after this are needed, milliseconds since the epoch; a vendor may ignore it. */
  readonly since?: number;
}

export interface FeedOptions<Item> {
  readonly clock: Clock;
  readonly known: ConnectorContext["known"];
  /** Nothing updated before this is delivered; milliseconds since the epoch. */
  readonly floor?: number;
  /** Interval between two looks for new items while a backfill runs; five minutes when absent. */
  readonly refreshIntervalMs?: number;
  /** Lists items, newest update first. Rejects with ExpiredCursorError when the vendor no longer knows the token. */
  list(request: FeedRequest, signal: AbortSignal): Promise<FeedPage<Item>>;
  /**
   * The version must equal that of the item's document or failure. `updatedAt` is NaN for a malformed item without a
   * date.
   */
  describe(item: Item): { readonly id: string; readonly version: string; readonly updatedAt: number };
  /** Delivers these items, none of which the ledger has in this version. */
  deliver(items: readonly Item[], signal: AbortSignal): Promise<ItemsPage>;
}

const REFRESH_INTERVAL_MS = 5 * 60_000;
/** Clocks differ, and vendors index with a delay: a fresh walk starts this much earlier than necessary. */
const OVERLAP_MS = 2 * 60_000;

/**
 * Creates a connector for a vendor that lists items by last update, newest first. The first walk reads everything. At
 * intervals, a short walk reads what is new before the long one continues. An item that changes during a walk moves
 * to the front of the list, where the next fresh walk reads it.
 */
export function createFeedConnector<Item>(options: FeedOptions<Item>): Pick<Connector, "pull"> {
  const { refreshIntervalMs = REFRESH_INTERVAL_MS } = options;
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const state = parseFeedCursor(cursor);
      const isRefreshDue =
        state.fresh !== undefined ||
        state.backfill === undefined ||
        (state.newest !== undefined && hasElapsed(state.freshAt, refreshIntervalMs, options.clock.now()));
      return isRefreshDue ? pullFresh(options, state, signal) : pullBackfill(options, state, signal);
    },
  };
}

async function pullBackfill<Item>(
  options: FeedOptions<Item>,
  state: FeedCursor,
  signal: AbortSignal,
): Promise<PullPage> {
  const walk = state.backfill ?? {};
  const page = await tryListPage(options, { token: walk.token, since: options.floor }, signal);
  // What was covered stays covered: the fresh walks read what has changed since.
  if (page === "expired") return createEmptyPage({ ...state, backfill: { oldest: walk.oldest } });
  const { items, first, last } = filterWanted(options, page, options.floor);
  const newest = state.newest ?? clampToNow(options, first);
  const oldest = Math.min(walk.oldest ?? Number.POSITIVE_INFINITY, last ?? Number.POSITIVE_INFINITY);
  const ended = page.next === undefined || isBefore(last, options.floor);
  const next: FeedCursor = {
    ...state,
    newest: ended ? (newest ?? 0) : newest,
    freshAt: state.freshAt ?? options.clock.now(),
    backfill: ended ? undefined : { token: page.next, oldest: Number.isFinite(oldest) ? oldest : undefined },
  };
  return toPage(options, { items, next, total: page.total }, signal);
}

async function pullFresh<Item>(
  options: FeedOptions<Item>,
  state: FeedCursor,
  signal: AbortSignal,
): Promise<PullPage> {
  const since = Math.max((state.newest ?? 0) - OVERLAP_MS, options.floor ?? 0);
  const page = await tryListPage(options, { token: state.fresh?.token, since }, signal);
  if (page === "expired") return createEmptyPage({ ...state, fresh: {} });
  const { items, first, last } = filterWanted(options, page, since);
  const top = state.fresh?.top ?? first;
  const ended = page.next === undefined || isBefore(last, since);
  const next: FeedCursor = ended
    ? {
        ...state,
        newest: clampToNow(options, Math.max(state.newest ?? 0, top ?? 0)),
        freshAt: options.clock.now(),
        fresh: undefined,
      }
    : { ...state, fresh: { token: page.next, top } };
  return toPage(options, { items, next, total: page.total }, signal);
}

/**
 * The items of a page that were updated at or after `since`, and the times of the first and last item that has one. A
 * page may be empty without being the last, and a malformed item may have no date.
 */
function filterWanted<Item>(
  { describe }: FeedOptions<Item>,
  { items }: FeedPage<Item>,
  since: number | undefined,
): {
  readonly items: readonly Item[];
  readonly first?: number | undefined;
  readonly last?: number | undefined;
} {
  const times = items.map((item) => describe(item).updatedAt).filter((time) => !Number.isNaN(time));
  return {
    items: items.filter((item) => !isBefore(describe(item).updatedAt, since)),
    first: times[0],
    last: times.at(-1),
  };
}

/** An item may have a date in the future; taken as the newest, it would make all later updates count as old. */
function clampToNow<Time extends number | undefined>(
  { clock }: { readonly clock: Clock },
  time: Time,
): Time | number {
  return time === undefined ? time : Math.min(time, clock.now());
}

function isBefore(time: number | undefined, since: number | undefined): boolean {
  return time !== undefined && since !== undefined && time < since;
}

/** An expired token ends the walk, not the sync: the walk restarts. */
async function tryListPage<Item>(
  options: FeedOptions<Item>,
  { token, since }: { token: string | undefined; since: number | undefined },
  signal: AbortSignal,
): Promise<FeedPage<Item> | "expired"> {
  try {
    const request = { ...(token !== undefined && { token }), ...(since !== undefined && { since }) };
    const { next, ...page } = await options.list(request, signal);
    // A page that names itself as the next one would be requested without end.
    return next === undefined || next === token ? page : { ...page, next };
  } catch (thrown) {
    if (token !== undefined && hasCode(thrown, "expired-cursor")) return "expired";
    throw thrown;
  }
}

interface WalkedPage<Item> {
  readonly items: readonly Item[];
  readonly next: FeedCursor;
  readonly total: number | undefined;
}

async function toPage<Item>(
  options: FeedOptions<Item>,
  { items, next, total }: WalkedPage<Item>,
  signal: AbortSignal,
): Promise<PullPage> {
  const coveredSince = next.backfill ? next.backfill.oldest : options.floor;
  const delivered = await options.deliver(await filterChanged(options, items), signal);
  return {
    ...delivered,
    cursor: JSON.stringify(next),
    done: next.backfill === undefined && next.fresh === undefined,
    progress: {
      backfill: next.backfill !== undefined,
      ...(coveredSince !== undefined && { coveredSince }),
      ...(total !== undefined && { total }),
    },
  };
}

/** Each item once, without those that the ledger has in the same version. */
async function filterChanged<Item>(
  { known, describe }: FeedOptions<Item>,
  items: readonly Item[],
): Promise<readonly Item[]> {
  const byId = new Map(items.map((item) => [describe(item).id, item]));
  const ledger = await known([...byId.keys()]);
  return [...byId]
    .filter(([id, item]) => ledger.get(id)?.version !== describe(item).version)
    .map(([, item]) => item);
}

function createEmptyPage(next: FeedCursor): PullPage {
  return { ...EMPTY_ITEMS, cursor: JSON.stringify(next), done: false };
}
