const MINUTE = 60_000;
const UNITS = [
  { unit: "year", length: 365 * 24 * 60 * MINUTE },
  { unit: "month", length: 30 * 24 * 60 * MINUTE },
  { unit: "week", length: 7 * 24 * 60 * MINUTE },
  { unit: "day", length: 24 * 60 * MINUTE },
  { unit: "hour", length: 60 * MINUTE },
  { unit: "minute", length: MINUTE },
] as const;

const format = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** "3 days ago", "in 2 hours"; within a minute of now "just now". Both in milliseconds since the epoch. */
export function formatAge(time: number, now: number): string {
  const distance = time - now;
  const fitting = UNITS.find(({ length }) => Math.abs(distance) >= length);
  if (!fitting) return "just now";
  return format.format(Math.trunc(distance / fitting.length), fitting.unit);
}
