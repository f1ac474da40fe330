import { DAY_MS } from "../../../util/durations";

/** Milliseconds since the epoch of a message's `ts`. */
export function timeOf(ts: string): number {
  return Math.floor(Number(ts) * 1_000);
}

/** "2026-11-20 14:05 UTC"; undefined when the seconds since the epoch are no time. */
export function formatTimestamp(seconds: number): string | undefined {
  const time = new Date(seconds * 1_000);
  if (seconds <= 0 || Number.isNaN(time.getTime())) return undefined;
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** The (UTC) day of a `ts`: "2026-11-20". */
export function dayOf(ts: string): string {
  return isoDay(timeOf(ts));
}

/** The first `ts` of a day. `ts` of this length sort as text. */
export function startOfDay(day: string): string {
  return toTs(Date.parse(`${day}T00:00:00Z`));
}

/** The first `ts` after a day. */
export function endOfDay(day: string): string {
  return toTs(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

/** The first `ts` of the day that contains a time. */
export function startOfDayAt(time: number): string {
  return startOfDay(isoDay(Math.max(time, EARLIEST_MS)));
}

/** The last `ts` before this one: Slack's bounds are exclusive. */
export function justBefore(ts: string): string {
  return `${Number(ts.slice(0, 10)) - 1}.999999`;
}

/** Earlier `ts` would be shorter; Slack is younger. */
const EARLIEST_MS = Date.UTC(2002, 0, 1);

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function toTs(time: number): string {
  return `${Math.floor(time / 1_000)}.000000`;
}
