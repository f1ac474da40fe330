import { describeRule } from "./describe-rule";
import type { EventTime } from "./event-time";
import { formatClock, formatDay, readTime } from "./format-when";
import { listWords } from "./rule-words";

/** How an event repeats, in the notation of RFC 5545. */
export interface Recurrence {
  /** "FREQ=WEEKLY;BYDAY=TU" */
  readonly rules: readonly string[];
  /** Times that the rules do not give (RDATE). */
  readonly dates?: readonly EventTime[];
  /** Rules whose times are left out (EXRULE). */
  readonly excludedRules?: readonly string[];
  /** Times that are left out (EXDATE). */
  readonly excludedDates?: readonly EventTime[];
}

/** Longer lists end with a count. */
const MAX_DATES = 30;

/**
 * A recurrence in words: "every week on Tuesday, 10 times, except on Tuesday, 24 December 2024". Undefined without rules
 * and dates.
 */
export function describeRecurrence(recurrence: Recurrence, start?: EventTime): string | undefined {
  const { rules, dates = [], excludedRules = [], excludedDates = [] } = recurrence;
  const repeats = rules.map((rule) => describeRule(rule, start));
  const begin = start && readTime(start)?.wall;
  const also = dateWords(dates, begin);
  const except = [
    ...excludedRules.map((rule) => describeRule(rule, start)),
    ...(excludedDates.length > 0 ? [`on ${dateWords(excludedDates, begin)}`] : []),
  ];
  const words = [
    repeats.join("; and "),
    also === "" ? "" : `${repeats.length > 0 ? "also " : ""}on ${also}`,
    except.length > 0 ? `except ${except.join(" and ")}` : "",
  ].filter((part) => part !== "");
  return words.length > 0 ? words.join(", ") : undefined;
}

/** Days, with the time where it is not that of the start. */
function dateWords(times: readonly EventTime[], begin: number | undefined): string {
  const walls = times.flatMap((time) => {
    const read = readTime(time);
    return read ? [{ wall: read.wall, isDay: time.kind === "day" }] : [];
  });
  const words = walls.map(({ wall, isDay }) => {
    const isUsual = isDay || begin === undefined || formatClock(begin) === formatClock(wall);
    return isUsual ? formatDay(wall) : `${formatDay(wall)} at ${formatClock(wall)}`;
  });
  const shown = [...new Set(words)];
  const more = shown.length - MAX_DATES;
  const unread = times.length - walls.length;
  return listWords([
    ...shown.slice(0, MAX_DATES),
    ...(more > 0 ? [`${more} more days`] : []),
    ...(unread > 0 ? [`${unread} times that cannot be read`] : []),
  ]);
}
