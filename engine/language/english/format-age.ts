import { DAY_MS } from "../../util/durations";

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * DAY_MS],
  ["month", 30 * DAY_MS],
  ["week", 7 * DAY_MS],
  ["day", DAY_MS],
];

/** How long ago, as a person says it: "3 weeks ago", "today". Both in milliseconds since the epoch. */
export function formatAge(time: number, now: number): string {
  const [unit, unitMs] = UNITS.find(([, milliseconds]) => now - time >= milliseconds) ?? ["day", DAY_MS];
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return format.format(-Math.max(0, Math.floor((now - time) / unitMs)), unit);
}
