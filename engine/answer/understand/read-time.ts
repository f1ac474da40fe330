import { en, type ParsedComponents, type ParsedResult } from "chrono-node";
import { addUnits, startOfUnit, type TimeUnit } from "./time-unit";

/** A stretch of a question that names a time. */
export interface TimeWords {
  readonly start: number;
  readonly end: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly after?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly before?: number;
  /** It looks back from today ("yesterday", "since May"): said of when something was written, seldom of a subject. */
  readonly looksBack: boolean;
}

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, couple: 2, three: 3, few: 3 };
const BACK =
  /(?<lead>(?:since|in|over|during|within|from|of)\s+)?(?:the\s+)?\b(?<which>last|past|previous|this)\s+(?:(?<count>\d{1,3}|a|one|two|three|few|couple)\s+(?:of\s+)?)?(?<unit>hour|day|week|month|quarter|year)s?\b/gi;
const YEAR = /\b(?<lead>since|in|before|after|during|until|from)\s+(?<year>(?:19|20)\d\d)\b(?!-)/gi;
/** What decides which side of a date is meant; right before the date. */
const LEAD = /\b(since|after|before|until|till|in|on|during|from|over|between)\s+(?:the\s+)?$/i;
const BETWEEN = /(?<=\bbetween\s.{3,30}?\s)and(?=\s)/i;

/** Reads the times a question names, by the computer's calendar, weeks from Monday; `now` is what "today" means. */
export function readTimes(question: string, now: number): readonly TimeWords[] {
  const spans = [...question.matchAll(BACK)].flatMap((match) => unitSpan(match, now));
  const years = [...question.matchAll(YEAR)].flatMap((match) => {
    const start = new Date(Number(match.groups?.year), 0, 1).getTime();
    return [
      placed(match.index, match[0].length, side(match.groups?.lead, [start, addUnits(start, "year", 1)])),
    ];
  });
  const own = [...spans, ...years];
  // What is read already must not be read again: the dates are looked for in the rest.
  const rest = own.reduce((text, { start, end }) => blank(text, start, end), question);
  return [...own, ...readDates(rest, now)]
    .filter(({ after }) => after === undefined || after <= now)
    .sort((a, b) => a.start - b.start);
}

type Range = readonly [number, number];

function unitSpan(match: RegExpExecArray, now: number): readonly TimeWords[] {
  const { lead, which = "", count, unit = "" } = match.groups ?? {};
  const name = unit.toLowerCase() as TimeUnit;
  const times = count === undefined ? 1 : (COUNTS[count.toLowerCase()] ?? Number(count));
  const current = startOfUnit(now, name);
  const isThis = which.toLowerCase() === "this";
  // "Last week" is the week before this one; "the last 2 weeks" and "the past week" go up to now.
  const isOne = which.toLowerCase() !== "past" && count === undefined && !["hour", "day"].includes(name);
  const rolling: Range = [
    addUnits(startOfUnit(now, name === "hour" ? "hour" : "day"), name, -times),
    Infinity,
  ];
  const range: Range = isThis
    ? [current, Infinity]
    : isOne
      ? [addUnits(current, name, -1), current]
      : rolling;
  return [placed(match.index, match[0].length, side(lead?.trim(), range), !isThis)];
}

function readDates(text: string, now: number): readonly TimeWords[] {
  // The parser knows "to" between two dates, and every offset has to stay.
  const ranges = text.replace(BETWEEN, "to ");
  return en.casual
    .parse(ranges, new Date(now), { forwardDate: false })
    .flatMap((found) => toTime(found, ranges, now));
}

function toTime(found: ParsedResult, text: string, now: number): readonly TimeWords[] {
  const unit = unitOf(found.start);
  const outer = LEAD.exec(text.slice(0, found.index));
  const lead = (outer?.[1] ?? /^(?:on|in)\s/i.exec(found.text)?.[0] ?? "").toLowerCase();
  const isBack = /\b(?:yesterday|ago|last)\b/i.test(found.text);
  // "Meet on Sunday" may be meant, a mere "Sunday" is a word like others.
  if (!unit || (unit.isWeekday && lead === "" && !isBack)) return [];
  const first = startOfUnit(inThePast(found.start, now), unit.name);
  const last = found.end ? inThePast(found.end, now) : first;
  const range: Range = [first, addUnits(startOfUnit(last, "day"), unit.name, 1)];
  const start = outer?.index ?? found.index;
  const looksBack = isBack || (lead === "since" && !found.start.isCertain("year"));
  return [placed(start, found.index + found.text.length - start, side(lead, range), looksBack)];
}

/** How much of the calendar a date names; undefined for a mere time of day. */
function unitOf(
  date: ParsedComponents,
): { readonly name: TimeUnit; readonly isWeekday: boolean } | undefined {
  if (date.isCertain("day")) return { name: "day", isWeekday: false };
  if (date.isCertain("weekday")) return { name: "day", isWeekday: true };
  if (date.isCertain("month")) return { name: "month", isWeekday: false };
  return date.isCertain("year") ? { name: "year", isWeekday: false } : undefined;
}

/** "March" is the last one, not the nearest. */
function inThePast(date: ParsedComponents, now: number): number {
  const time = date.date().getTime();
  return date.isCertain("month") && !date.isCertain("year") && time > now ? addUnits(time, "year", -1) : time;
}

function side(lead: string | undefined, [first, end]: Range): Pick<TimeWords, "after" | "before"> {
  switch (lead?.toLowerCase()) {
    case "since":
      return { after: first };
    case "after":
      return { after: end === Infinity ? first : end };
    case "before":
      return { before: first };
    case "until":
    case "till":
      return { before: end };
    default:
      return { after: first, ...(end !== Infinity && { before: end }) };
  }
}

function placed(
  start: number,
  length: number,
  times: Pick<TimeWords, "after" | "before">,
  looksBack = false,
): TimeWords {
  return { start, end: start + length, ...times, looksBack };
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + "_".repeat(end - start) + text.slice(end);
}
