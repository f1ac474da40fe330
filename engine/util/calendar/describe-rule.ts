import type { EventTime } from "./event-time";
import { findZone } from "./find-zone";
import { formatClock, formatDay, readTime } from "./format-when";
import { parseIcsTime } from "./parse-ics-time";
import { daysOf, numbersOf, parseRule, type RuleDay, type RuleParts } from "./recurrence-rule";
import { listWords, monthWord, ordinalWord, weekdayWord } from "./rule-words";

const UNITS: Readonly<Record<string, string>> = {
  SECONDLY: "second",
  MINUTELY: "minute",
  HOURLY: "hour",
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};
/** Sets of days that have a name. */
const DAY_SETS: Readonly<Record<string, string>> = {
  "0,1,2,3,4,5,6": "day",
  "1,2,3,4,5": "weekday (Monday to Friday)",
  "0,6": "weekend day (Saturday or Sunday)",
};
/** Parts that the words below express; WKST changes no words. */
const READ_PARTS = new Set(
  "FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH BYSETPOS BYWEEKNO BYYEARDAY BYHOUR BYMINUTE BYSECOND COUNT UNTIL WKST".split(
    " ",
  ),
);

/**
 * A recurrence rule of RFC 5545 in words: "every 2 weeks on Tuesday, until 31 March 2027". What the rule leaves to the
 * start (the day of a yearly event) is taken from it. rrule's `toText` was tried and drops BYSETPOS and minutes.
 */
export function describeRule(rule: string, start?: EventTime): string {
  const parts = parseRule(rule);
  const unit = UNITS[parts.get("FREQ") ?? ""];
  if (unit === undefined) return `by a rule that cannot be read (${rule.trim()})`;
  const begin = start && readTime(start)?.wall;
  const words = [everyUnit(unit, parts), ...dayWords(parts, unit, begin), ...clockWords(parts, begin)];
  const others = [...parts].filter(([name]) => !READ_PARTS.has(name));
  const limits = [countWords(parts), untilWords(parts, start)].filter((limit) => limit !== "");
  const unread = others.map(([name, value]) => `${name}=${value}`);
  return [
    words.filter((word) => word !== "").join(" "),
    ...limits,
    ...(unread.length > 0 ? [`with ${unread.join(" and ")}`] : []),
  ].join(", ");
}

function everyUnit(unit: string, parts: RuleParts): string {
  const [interval = 1] = numbersOf(parts, "INTERVAL");
  if (interval > 1) return `every ${interval} ${unit}s`;
  const isWeekdays = setName(daysOf(parts)) === DAY_SETS["1,2,3,4,5"] && !parts.has("BYSETPOS");
  return isWeekdays && ["day", "week"].includes(unit) ? `every ${DAY_SETS["1,2,3,4,5"]}` : `every ${unit}`;
}

/** The days of a rule, and those that its start implies. */
function dayWords(parts: RuleParts, unit: string, begin: number | undefined): readonly string[] {
  const days = daysOf(parts);
  const dates = numbersOf(parts, "BYMONTHDAY");
  const months = numbersOf(parts, "BYMONTH").map(monthWord);
  const weeks = numbersOf(parts, "BYWEEKNO").map((week) =>
    week < 0 ? `the ${ordinalWord(week)} week` : `week ${week}`,
  );
  const yearDays = numbersOf(parts, "BYYEARDAY").map((day) => `the ${ordinalWord(day)} day`);
  const isPlain = [days, dates, weeks, yearDays].every((values) => values.length === 0);
  if (isPlain) return impliedDay(unit, months, begin);
  if (
    unit === "year" &&
    months.length > 0 &&
    dates.every((date) => date > 0) &&
    dates.length > 0 &&
    days.length === 0
  )
    return [`on ${listWords(months.flatMap((month) => dates.map((date) => `${date} ${month}`)))}`];
  return [
    months.length > 0 ? `in ${listWords(months)}` : "",
    weeks.length > 0 ? `in ${listWords(weeks)} of the year` : "",
    yearDays.length > 0 ? `on ${listWords(yearDays)} of the year` : "",
    weekdayWords(parts, unit),
    dateWords(dates, days.length > 0),
  ];
}

function impliedDay(unit: string, months: readonly string[], begin: number | undefined): readonly string[] {
  const within = months.length > 0 ? [`in ${listWords(months)}`] : [];
  if (begin === undefined) return within;
  const date = new Date(begin);
  const day = date.getUTCDate();
  if (unit === "week") return [...within, `on ${weekdayWord(date.getUTCDay())}`];
  if (unit === "month") return [...within, `on the ${ordinalWord(day)}`];
  if (unit !== "year") return within;
  const names = months.length > 0 ? months : [monthWord(date.getUTCMonth() + 1)];
  return [`on ${listWords(names.map((month) => `${day} ${month}`))}`];
}

function weekdayWords(parts: RuleParts, unit: string): string {
  const days = daysOf(parts);
  const positions = numbersOf(parts, "BYSETPOS").map((position) => `the ${ordinalWord(position)}`);
  const set = setName(days);
  const isInMonth = numbersOf(parts, "BYMONTH").length === 1;
  const period = unit === "year" && isInMonth ? "month" : unit;
  if (days.length === 0) {
    return positions.length > 0 ? `only ${listWords(positions)} time of the ${unit}` : "";
  }
  if (positions.length > 0) {
    const name = set ?? days.map(({ weekday, ordinal }) => dayWord(weekday, ordinal)).join(" or ");
    return `on ${listWords(positions)} ${name} of the ${period}`;
  }
  if (set === DAY_SETS["1,2,3,4,5"] && /^every (day|week)$/.test(`every ${unit}`)) {
    const [interval = 1] = numbersOf(parts, "INTERVAL");
    return interval > 1 ? "from Monday to Friday" : "";
  }
  const words = days.map((day) =>
    day.ordinal === undefined ? plainDay(day, unit) : `the ${dayWord(day.weekday, day.ordinal)}`,
  );
  const ofYear = unit === "year" && period === "year" && days.some(({ ordinal }) => ordinal !== undefined);
  return `on ${listWords(words)}${ofYear ? " of the year" : ""}`;
}

function plainDay({ weekday }: RuleDay, unit: string): string {
  return ["month", "year"].includes(unit) ? `every ${weekdayWord(weekday)}` : weekdayWord(weekday);
}

function dayWord(weekday: number, ordinal: number | undefined): string {
  return ordinal === undefined ? weekdayWord(weekday) : `${ordinalWord(ordinal)} ${weekdayWord(weekday)}`;
}

/** Dates limit the days where a rule has both: Friday the 13th. */
function dateWords(dates: readonly number[], isLimit: boolean): string {
  if (dates.length === 0) return "";
  const words = listWords(
    dates.map((date) => `the ${ordinalWord(date)}${date < 0 ? " day of the month" : ""}`),
  );
  return isLimit ? `if it is ${words.replace(/ and (?=[^,]*$)/, " or ")}` : `on ${words}`;
}

function setName(days: readonly RuleDay[]): string | undefined {
  if (days.some(({ ordinal }) => ordinal !== undefined)) return undefined;
  const key = [...new Set(days.map(({ weekday }) => weekday))].sort((a, b) => a - b).join(",");
  return DAY_SETS[key];
}

/** Hours with the minutes of the rule, or of the start. */
function clockWords(parts: RuleParts, begin: number | undefined): readonly string[] {
  const hours = numbersOf(parts, "BYHOUR");
  const minutes = numbersOf(parts, "BYMINUTE");
  const seconds = numbersOf(parts, "BYSECOND");
  const atSecond = seconds.length > 0 ? [`at second ${listWords(seconds.map(String))}`] : [];
  if (hours.length === 0)
    return minutes.length > 0 ? [`at minute ${listWords(minutes.map(String))}`, ...atSecond] : atSecond;
  const isRepeated = ["SECONDLY", "MINUTELY", "HOURLY"].includes(parts.get("FREQ") ?? "");
  if (isRepeated && minutes.length === 0)
    return [`in the hours ${listWords(hours.map(String))}`, ...atSecond];
  const all = minutes.length > 0 ? minutes : [begin === undefined ? 0 : new Date(begin).getUTCMinutes()];
  const times = hours.flatMap((hour) => all.map((minute) => formatClock((hour * 60 + minute) * 60_000)));
  return [`at ${listWords(times)}`, ...atSecond];
}

function countWords(parts: RuleParts): string {
  const [count] = numbersOf(parts, "COUNT");
  if (count === undefined) return "";
  return count === 1 ? "once" : `${count} times`;
}

/** The last day in the zone of the start, since the rule gives an instant. */
function untilWords(parts: RuleParts, start: EventTime | undefined): string {
  const until = parts.get("UNTIL");
  if (until === undefined) return "";
  const zone = start === undefined || start.kind === "day" ? undefined : start.zone;
  const time = parseIcsTime(until, zone !== undefined && findZone(zone) !== undefined ? zone : undefined);
  const read = time && readTime(time);
  return read ? `until ${formatDay(read.wall)}` : `until ${until}`;
}
