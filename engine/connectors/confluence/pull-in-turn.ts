import * as z from "zod";
import type { PullPage, PullProgress } from "../../model/pull-page";
import type { Connector } from "../connector";

const progress = z.object({
  backfill: z.boolean(),
  coveredSince: z.number().optional(),
  total: z.number().optional(),
});

const turnCursor = z.object({
  /** Whose turn is next. */
  turn: z.string(),
  feeds: z.record(
    z.string(),
    z.object({ cursor: z.string(), done: z.boolean(), progress: progress.optional() }),
  ),
});

type TurnCursor = z.infer<typeof turnCursor>;

/**
 * Several feeds of one source as one, a page of each in turn, so that none waits for another's backfill. A pass is
 * done when it is for each of them.
 */
export function pullInTurn(
  feeds: Readonly<Record<string, Pick<Connector, "pull">>>,
): Pick<Connector, "pull"> {
  const names = Object.keys(feeds);
  return {
    pull: async (cursor, signal) => {
      const at = readCursor(cursor);
      const name = nextName(names, at);
      const feed = feeds[name];
      if (feed === undefined) throw new RangeError("No feeds to pull from");
      const page = await feed.pull(at.feeds[name]?.cursor, signal);
      const entry = {
        cursor: page.cursor,
        done: page.done,
        ...(page.progress && { progress: page.progress }),
      };
      const next: TurnCursor = {
        turn: names[(names.indexOf(name) + 1) % names.length] ?? name,
        feeds: { ...at.feeds, [name]: entry },
      };
      return toPage(page, { names, next });
    },
  };
}

function toPage(page: PullPage, { names, next }: { names: readonly string[]; next: TurnCursor }): PullPage {
  const done = names.every((name) => next.feeds[name]?.done);
  const feeds = Object.fromEntries(
    Object.entries(next.feeds).map(([name, feed]) => [name, { ...feed, done: false }]),
  );
  return {
    ...page,
    cursor: JSON.stringify(done ? { ...next, feeds } : next),
    done,
    progress: together(names.map((name) => next.feeds[name]?.progress)),
  };
}

/** What all feeds have covered; nothing is, as long as one of them has not begun. */
function together(all: readonly (z.infer<typeof progress> | undefined)[]): PullProgress {
  const begun = all.filter((each) => each !== undefined);
  const backfill = begun.length < all.length || begun.some((each) => each.backfill);
  const since = begun.map((each) => each.coveredSince).filter((time) => time !== undefined);
  const known = begun.length === all.length && since.length > 0;
  return { backfill, ...(known && { coveredSince: Math.max(...since) }) };
}

function nextName(names: readonly string[], { turn, feeds }: TurnCursor): string {
  const first = Math.max(0, names.indexOf(turn));
  const inOrder = [...names.slice(first), ...names.slice(0, first)];
  return inOrder.find((name) => !feeds[name]?.done) ?? names[0] ?? "";
}

/** A cursor that cannot be read starts from the beginning; nothing is delivered twice. */
function readCursor(cursor: string | undefined): TurnCursor {
  try {
    const parsed = turnCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { turn: "", feeds: {} };
  } catch {
    return { turn: "", feeds: {} };
  }
}
