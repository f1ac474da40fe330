import type { TimeRange } from "../../model/intent";

/** "since 1 Mar 2026", "16–22 Nov 2026". `before` is exclusive, as in a filter. */
export function formatTimeRange({ after, before }: TimeRange): string {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const last = before === undefined ? undefined : before - 1;
  if (after !== undefined && last !== undefined) return format.formatRange(after, Math.max(after, last));
  if (after !== undefined) return `since ${format.format(after)}`;
  return `before ${format.format(before)}`;
}
