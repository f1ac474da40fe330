import * as z from "zod";
import type { PullPage } from "../../model/pull-page";
import type { Clock } from "../../ports/clock";
import type { Connector } from "../connector";

/** A feed that has ended is asked again when the others take longer than this. */
const FRESH_EVERY_MS = 5 * 60_000;

const feedState = z.object({
  cursor: z.string(),
  /** When it ended in this pass; milliseconds since the epoch. */
  doneAt: z.number().optional(),
  backfill: z.boolean(),
  coveredSince: z.number().optional(),
});
const joinedCursor = z.object({ last: z.string().optional(), feeds: z.record(z.string(), feedState) });
type JoinedCursor = z.infer<typeof joinedCursor>;

/**
 * Several feeds as one connector: a page of each in turn, so that what is new in one does not wait for the
 * beginnings of another. Done when all are.
 */
export function joinFeeds(
  feeds: Readonly<Record<string, Pick<Connector, "pull">>>,
  clock: Clock,
): Pick<Connector, "pull"> {
  const names = Object.keys(feeds);
  return {
    pull: async (cursor, signal) => {
      const at = parseCursor(cursor);
      const name = nextFeed(names, at, clock.now());
      const page = await feeds[name]?.pull(at.feeds[name]?.cursor, signal);
      if (page === undefined) throw new TypeError(`There is no feed "${name}"`);
      const states = { ...at.feeds, [name]: toState(page, clock.now()) };
      const done = names.every((each) => isFresh(states[each], clock.now()));
      return {
        ...page,
        done,
        cursor: toCursor(done ? withoutEnds(states) : states, name),
        ...progressOf(states, names),
      };
    },
  };
}

/** The first behind the last one asked that has something to do. */
function nextFeed(names: readonly string[], { last, feeds }: JoinedCursor, now: number): string {
  const from = names.indexOf(last ?? "") + 1;
  const turn = [...names.slice(from), ...names.slice(0, from)];
  return turn.find((name) => !isFresh(feeds[name], now)) ?? turn[0] ?? "";
}

function isFresh(state: z.infer<typeof feedState> | undefined, now: number): boolean {
  return state?.doneAt !== undefined && now - state.doneAt < FRESH_EVERY_MS;
}

function toState({ cursor, done, progress }: PullPage, now: number): z.infer<typeof feedState> {
  return {
    cursor,
    ...(done && { doneAt: now }),
    backfill: progress?.backfill ?? false,
    ...(progress?.coveredSince !== undefined && { coveredSince: progress.coveredSince }),
  };
}

function withoutEnds(states: JoinedCursor["feeds"]): JoinedCursor["feeds"] {
  return Object.fromEntries(Object.entries(states).map(([name, { doneAt, ...state }]) => [name, state]));
}

/** As far as the feed that is furthest behind; a feed not asked yet covers nothing. */
function progressOf(states: JoinedCursor["feeds"], names: readonly string[]): Pick<PullPage, "progress"> {
  const all = names.flatMap((name) => states[name] ?? []);
  const covered = all.flatMap(({ coveredSince }) => coveredSince ?? []);
  return {
    progress: {
      backfill: all.length < names.length || all.some(({ backfill }) => backfill),
      ...(covered.length > 0 && { coveredSince: Math.max(...covered) }),
    },
  };
}

function toCursor(feeds: JoinedCursor["feeds"], last: string): string {
  return JSON.stringify({ last, feeds });
}

/** A cursor that cannot be read starts from the beginning; nothing is delivered twice. */
function parseCursor(cursor: string | undefined): JoinedCursor {
  try {
    return joinedCursor.parse(JSON.parse(cursor ?? ""));
  } catch {
    return { feeds: {} };
  }
}
