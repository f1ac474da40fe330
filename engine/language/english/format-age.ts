import { DAY_MS } from "../../util/durations";

/** In days. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365],
  ["month", 30],
  ["week", 7],
  ["day", 1],
];

/** How long ago, as a person says it: "3 weeks ago", "today". Both in milliseconds since the epoch. */
export function formatAge(time: number, now: number): string {
  const days = Math.max(0, daysBetween(time, now));
  const [unit, length] = UNITS.find(([, unitDays]) => days >= unitDays) ?? ["day", 1];
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return format.format(-Math.floor(days / length), unit);
}

/** By the computer's calendar: yesterday evening is yesterday, also for someone who asks in the morning. */
function daysBetween(time: number, now: number): number {
  // A day is an hour shorter or longer when the clocks change.
  return Math.round((startOfDay(now) - startOfDay(time)) / DAY_MS);
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
