import type { Scope } from "./scope";
import type { ChannelState, State, Walk } from "./state";
import { DAY_MS, startOfDayAt } from "./time";

/** Threads answered and messages edited within this time are seen in every pass. */
export const RECENT_MS = 2 * DAY_MS;
/** The whole window is gone through this often. */
const WINDOW_EVERY_MS = DAY_MS;

/**
 * The stretch to read next, or undefined when all have been read. Conversations never read come first, then newer
 * messages and older ones in turn; of the older ones always the newest, whichever conversation they are in.
 */
export function nextWalk(at: State, scope: Scope, now: number): Walk | undefined {
  const behind = at.channels.filter(({ back }) => back !== null);
  const furthest = behind.toSorted((a, b) => (positionOf(a) < positionOf(b) ? 1 : -1))[0];
  if (furthest && furthest.back === undefined) return backWalk(furthest, scope, now);
  const stale = at.channels.find(
    ({ readAt, isArchived }) => !isArchived && (readAt ?? 0) < (at.listedAt ?? now),
  );
  if (stale && (at.lastKind === "back" || !furthest)) return recentWalk(stale, scope, now);
  return furthest ? backWalk(furthest, scope, now) : undefined;
}

function positionOf({ back }: ChannelState): string {
  return back ?? "9";
}

function backWalk({ id, back }: ChannelState, scope: Scope, now: number): Walk {
  return {
    channel: id,
    kind: "back",
    ...(scope.floor !== undefined && { floor: scope.floor }),
    ...(back && { top: back, before: back }),
    carry: [],
    startedAt: now,
  };
}

/** What the walk further back has not reached yet, it will read anyway. */
function recentWalk({ id, back, readAt = 0, windowAt = 0 }: ChannelState, scope: Scope, now: number): Walk {
  const isWindow = now - windowAt >= WINDOW_EVERY_MS;
  const wanted = startOfDayAt(now - Math.max(RECENT_MS, isWindow ? scope.windowMs : 0));
  const missed = startOfDayAt(readAt);
  const floors = [wanted < missed ? wanted : missed, back ?? "", scope.floor ?? ""];
  const floor = floors.reduce((a, b) => (a > b ? a : b));
  return { channel: id, kind: isWindow ? "window" : "recent", floor, carry: [], startedAt: now };
}
