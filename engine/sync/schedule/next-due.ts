import type { Source } from "../../model/source";

/** A `dueAt` that is never reached: only events or the person start the next run. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** When a source that was synced at `now` is due again; an interval of 0 means never. */
export function nextDue(now: number, intervalMinutes: number): number {
  return intervalMinutes === 0 ? NEVER : now + intervalMinutes * 60_000;
}

/** Whether a source should run by itself: it is due, or its run was interrupted. */
export function isDue({ state, dueAt }: Source, now: number): boolean {
  if (state === "syncing") return true;
  return (state === "idle" || state === "failed") && dueAt <= now;
}
