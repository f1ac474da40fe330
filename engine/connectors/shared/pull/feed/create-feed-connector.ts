import { hasCode } from "../../../../errors/error-code";
import type { ItemsPage, PullPage } from "../../../../model/pull-page";
import type { Clock } from "../../../../ports/clock";
import type { Connector, ConnectorContext } from "../../../connector";
import { EMPTY_ITEMS } from "../items-page";
import { type FeedCursor, parseFeedCursor } from "./feed-cursor";

/** One page of a vendor's list, newest update first. */
export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** Names the next page; absent on the last. */
  readonly next?: string;
  /** Items there are in all, where the vendor says. */
  readonly total?: number;
}

export interface FeedRequest {
  readonly token?: string;
  /** Only items updated at or after this are of interest, milliseconds since the epoch; a vendor may ignore it. */
  readonly since?: number;
}

export interface FeedOptions<Item> {
  readonly clock: Clock;
  readonly known: ConnectorContext["known"];
  /** Nothing updated before this is wanted; milliseconds since the epoch. */
  readonly floor?: number;
  /** While a backfill goes on, what is new is looked for this often; every five minutes where absent. */
  readonly refreshIntervalMs?: number;
  /** Newest update first. Rejects with ExpiredCursorError when the vendor no longer knows the token. */
  list(request: FeedRequest, signal: AbortSignal): Promise<FeedPage<Item>>;
  /**
   * The version must be the one that the item's document, or its failure, will carry. `updatedAt` may be NaN, of
   * an item so malformed that it has no date.
   */
  describe(item: Item): { readonly id: string; readonly version: string; readonly updatedAt: number };
  /** What to say of these items, none of which the ledger has in this version. */
  deliver(items: readonly Item[], signal: AbortSignal): Promise<ItemsPage>;
}

const REFRESH_INTERVAL_MS = 5 * 60_000;
/** Clocks differ, and vendors index with delay: a fresh walk goes this much further back than it must. */
const OVERLAP_MS = 2 * 60_000;

/**
 * A connector for a vendor that lists items by last update, newest first. The first walk goes back to the
 * beginning; whenever time for it has come, a short walk looks for what is new before the long one goes on. An
 * item that changes while a walk passes moves to the front of the list, where the next fresh walk finds it.
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
        (state.newest !== undefined && options.clock.now() - (state.freshAt ?? 0) >= refreshIntervalMs);
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
  // What was covered stays covered: what has changed since is found by the fresh walks.
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
 * The items of a page that are updated at `since` or later, and the times of the first and the last that has one:
 * a page may be empty without being the last, and a malformed item may lack a date.
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

/** An item may be dated ahead; if that were taken for what is newest, all that follows would count as old. */
function clampToNow<Time extends number | undefined>(
  { clock }: { readonly clock: Clock },
  time: Time,
): Time | number {
  return time === undefined ? time : Math.min(time, clock.now());
}

function isBefore(time: number | undefined, since: number | undefined): boolean {
  return time !== undefined && since !== undefined && time < since;
}

/** A token the vendor has forgotten ends the walk, never the sync: it is begun anew. */
async function tryListPage<Item>(
  options: FeedOptions<Item>,
  { token, since }: { token: string | undefined; since: number | undefined },
  signal: AbortSignal,
): Promise<FeedPage<Item> | "expired"> {
  try {
    const request = { ...(token !== undefined && { token }), ...(since !== undefined && { since }) };
    const { next, ...page } = await options.list(request, signal);
    // A page that names itself as the next one would be asked for without end.
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

/** Each item once, without those the ledger has in this very version. */
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
