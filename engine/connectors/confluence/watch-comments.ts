import * as z from "zod";
import { hasCode } from "../../errors/error-code";
import type { ItemsPage, PullPage } from "../../model/pull-page";
import type { Connector, ConnectorContext } from "../connector";
import { EMPTY_ITEMS } from "../shared/pull/items-page";

/** A comment of a list: the item it belongs to, and its last change in milliseconds since the epoch. */
export interface ListedComment {
  readonly itemId: string;
  readonly updatedAt: number;
}

export interface CommentList {
  readonly comments: readonly ListedComment[];
  readonly next?: string | undefined;
}

export interface WatchOptions {
  readonly known: ConnectorContext["known"];
  /** Comments of the whole site, last change first; undefined when this person may not list them. */
  list(token: string | undefined, signal: AbortSignal): Promise<CommentList | undefined>;
  /** Delivers these items with their comments. */
  deliver(itemIds: readonly string[], signal: AbortSignal): Promise<ItemsPage>;
}

const watchCursor = z.object({
  /** Every comment up to this time is read; absent before the first look. */
  since: z.number().optional(),
  /** Of a walk that goes on: the newest time, and the token of its next page. */
  top: z.number().optional(),
  token: z.string().optional(),
});
type WatchCursor = z.infer<typeof watchCursor>;

/**
 * A stream of the pages that were commented on: a comment does not change its page, so the lists of pages do not show
 * it. The first look only remembers the newest comment, because every page is read with its comments.
 */
export function watchComments({ known, list, deliver }: WatchOptions): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const state = parseCursor(cursor);
      const page = await tryList(list, state.token, signal);
      if (page === undefined || page === "expired") return toPage({ since: state.since }, EMPTY_ITEMS);
      const { since = Number.POSITIVE_INFINITY } = state;
      const fresh = page.comments.filter(({ updatedAt }) => updatedAt > since);
      const ids = [...new Set(fresh.map(({ itemId }) => itemId))];
      const ledger = await known(ids);
      const mine = ids.filter((id) => ledger.has(id));
      const items = mine.length === 0 ? EMPTY_ITEMS : await deliver(mine, signal);
      const top = state.top ?? page.comments[0]?.updatedAt ?? state.since ?? 0;
      const goesOn = page.next !== undefined && fresh.length > 0 && fresh.length === page.comments.length;
      return toPage(goesOn ? { since: state.since, top, token: page.next } : { since: top }, items);
    },
  };
}

async function tryList(list: WatchOptions["list"], token: string | undefined, signal: AbortSignal) {
  try {
    return await list(token, signal);
  } catch (thrown) {
    if (token !== undefined && hasCode(thrown, "expired-cursor")) return "expired";
    throw thrown;
  }
}

function toPage(next: WatchCursor, items: ItemsPage): PullPage {
  const done = next.token === undefined;
  return { ...items, cursor: JSON.stringify(next), done, progress: { backfill: false } };
}

function parseCursor(cursor: string | undefined): WatchCursor {
  try {
    return watchCursor.parse(JSON.parse(cursor ?? ""));
  } catch {
    return {};
  }
}
