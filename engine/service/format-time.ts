import { DAY_MS } from "../util/durations";

/**
 * Formats a time of day for a message, in the notation of the locale; with the date unless it is less than a day
 * away.
 */
export function formatTime(
  at: number,
  { now, locale }: { readonly now: number; readonly locale: string },
): string {
  const isDistant = Math.abs(at - now) >= DAY_MS;
  return new Date(at).toLocaleString(locale, {
    timeStyle: "short",
    ...(isDistant && { dateStyle: "medium" }),
  });
}
