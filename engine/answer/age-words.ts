const DAY = 86_400_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["week", 7 * DAY],
  ["day", DAY],
];

/** How long ago, as a person says it: "3 weeks ago", "today". Both in milliseconds since the epoch. */
export function ageWords(time: number, now: number): string {
  const [unit, length] = UNITS.find(([, milliseconds]) => now - time >= milliseconds) ?? ["day", DAY];
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return format.format(-Math.max(0, Math.floor((now - time) / length)), unit);
}
