import type { Source } from "../../model/source";

/** A `dueAt` that never comes: events alone, or the person, start the next run. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** When a source that was synced at `now` is due again; an interval of 0 means never by itself. */
export function nextDue(now: number, intervalMinutes: number): number {
  return intervalMinutes === 0 ? NEVER : now + intervalMinutes * 60_000;
}

/** Whether a source should run without being asked: its time has come, or a run of it was cut off. */
export function isDue({ state, dueAt }: Source, now: number): boolean {
  if (state === "syncing") return true;
  return (state === "idle" || state === "failed") && dueAt <= now;
}
