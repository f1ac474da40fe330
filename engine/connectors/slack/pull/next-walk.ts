import { DAY_MS } from "../../../util/durations";
import { hasElapsed } from "../../../util/has-elapsed";
import type { SlackFilter } from "../filter";
import { startOfDayAt } from "../messages/time";
import type { ChannelState, State, Walk } from "./state";

/** Every pass reads threads answered and messages edited within this time. */
export const RECENT_WINDOW_MS = 2 * DAY_MS;
/** Interval between two walks over the whole window. */
const WINDOW_INTERVAL_MS = DAY_MS;

/**
 * Chooses the next walk; undefined when everything has been read. Conversations that were never read come first, then
 * walks over newer and older messages in turn. Of the older ones, the most recent comes first, in whichever
 * conversation.
 */
export function nextWalk(state: State, filter: SlackFilter, now: number): Walk | undefined {
  const behind = state.channels.filter(({ back }) => back !== null);
  const furthest = behind.toSorted((a, b) => (positionOf(a) < positionOf(b) ? 1 : -1))[0];
  if (furthest && furthest.back === undefined) return createBackfillWalk(furthest, filter, now);
  const stale = state.channels.find(
    // A time ahead is one of a clock that was wrong.
    ({ readAt = 0, isArchived }) => !isArchived && (readAt < (state.listedAt ?? now) || readAt > now),
  );
  if (stale && (state.lastKind === "back" || !furthest)) return createRecentWalk(stale, filter, now);
  return furthest ? createBackfillWalk(furthest, filter, now) : undefined;
}

function positionOf({ back }: ChannelState): string {
  return back ?? "9";
}

function createBackfillWalk({ id, back }: ChannelState, filter: SlackFilter, now: number): Walk {
  return {
    channel: id,
    kind: "back",
    ...(filter.floor !== undefined && { floor: filter.floor }),
    ...(back && { top: back, before: back }),
    carry: [],
    startedAt: now,
  };
}

/** The backfill will read what is older than its position. */
function createRecentWalk(
  { id, back, readAt = 0, windowAt }: ChannelState,
  filter: SlackFilter,
  now: number,
): Walk {
  const isWindow = hasElapsed(windowAt, WINDOW_INTERVAL_MS, now);
  const wanted = startOfDayAt(now - Math.max(RECENT_WINDOW_MS, isWindow ? filter.windowMs : 0));
  const missed = startOfDayAt(readAt);
  const floors = [wanted < missed ? wanted : missed, back ?? "", filter.floor ?? ""];
  const floor = floors.reduce((a, b) => (a > b ? a : b));
  return { channel: id, kind: isWindow ? "window" : "recent", floor, carry: [], startedAt: now };
}
