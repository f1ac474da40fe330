import { DAY_MS } from "../util/durations";

/** A time of day for a sentence, in the person's own notation; with the date unless it is less than a day away. */
export function formatTime(at: number, now: number): string {
  const isDistant = Math.abs(at - now) >= DAY_MS;
  return new Date(at).toLocaleString(undefined, {
    timeStyle: "short",
    ...(isDistant && { dateStyle: "medium" }),
  });
}
