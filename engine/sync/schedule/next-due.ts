import type { Source } from "../../model/source";
import { DAY_MS } from "../../util/durations";

/** A `dueAt` that is never reached: only events or the person start the next run. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** When a source that was synced at `now` is due again; an interval of 0 means never. */
export function nextDue(now: number, intervalMinutes: number): number {
  return intervalMinutes === 0 ? NEVER : now + intervalMinutes * 60_000;
}

/** The longest interval of a source, and the longest pause that a vendor can ask for. */
export const MAX_DUE_MS = DAY_MS;

/** Whether a source should run by itself: it is due, or its run was interrupted. */
export function isDue({ state, dueAt }: Pick<Source, "state" | "dueAt">, now: number): boolean {
  if (state === "syncing") return true;
  return (state === "idle" || state === "failed") && (dueAt <= now || isUnreachable(dueAt, now));
}

/** Set while the clock was wrong, or the clock has been set back since: the source would be silent until then. */
function isUnreachable(dueAt: number, now: number): boolean {
  return dueAt !== NEVER && dueAt - now > MAX_DUE_MS;
}
