import { en, type ParsedComponents, type ParsedResult } from "chrono-node";
import { addUnits, type CalendarUnit, startOfUnit } from "../../util/calendar-unit";
import type { TimeBound, TimeExpression } from "../language";

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
};
const RELATIVE_RANGE =
  /(?<lead>(?:since|in|over|during|within|from|of)\s+)?(?:the\s+)?\b(?<which>last|past|previous|this)\s+(?:(?<count>\d{1,3}|a|one|two|three|few|couple)\s+(?:of\s+)?)?(?<unit>hour|day|week|month|quarter|year)s?\b/gi;
const YEAR_PHRASE = /\b(?<lead>since|in|before|after|during|until|from)\s+(?<year>(?:19|20)\d\d)\b(?!-)/gi;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** A month of three letters, which chrono reads only beside a number. */
const SHORT_MONTH_PHRASE =
  /\b(?<lead>since|in|before|after|during|until|from)\s+(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b(?![.\s]*\d)/gi;
/** What decides which side of a date is meant; right before the date. */
const PREPOSITION = /\b(since|after|before|until|till|in|on|during|from|over|between)\s+(?:the\s+)?$/i;
const BETWEEN_AND = /(?<=\bbetween\s.{3,30}?\s)and(?=\s)/i;

/** Reads the times a question names, by the computer's calendar, weeks from Monday; `now` is what "today" means. */
export function parseTimes(question: string, now: number): readonly TimeExpression[] {
  const spans = [...question.matchAll(RELATIVE_RANGE)].flatMap((match) => parseRelativeRange(match, now));
  const years = [...question.matchAll(YEAR_PHRASE)].flatMap((match) => {
    const start = new Date(Number(match.groups?.year), 0, 1).getTime();
    return [
      createTimeExpression(
        match.index,
        match[0].length,
        toBounds(match.groups?.lead, [start, addUnits(start, "year", 1)]),
      ),
    ];
  });
  const months = [...question.matchAll(SHORT_MONTH_PHRASE)].map((match) => parseShortMonth(match, now));
  const own = [...spans, ...years, ...months];
  // What is read already must not be read again: the dates are looked for in the rest.
  const rest = own.reduce((text, { start, end }) => mask(text, start, end), question);
  return [...own, ...parseDates(rest, now)]
    .filter(({ after }) => after === undefined || after <= now)
    .sort((a, b) => a.start - b.start);
}

/** Reads the time typed after a key. A single day is part of what comes "after" it, as in most search boxes. */
export function parseTimeBound(bound: TimeBound, words: string, now: number): TimeExpression | undefined {
  const isDay = /\d{4}-\d{2}-\d{2}$/.test(words);
  const preposition = bound === "after" && isDay ? "since" : bound;
  return parseTimes(`${preposition} ${words}`, now)[0];
}

type TimeRange = readonly [number, number];

function parseRelativeRange(match: RegExpExecArray, now: number): readonly TimeExpression[] {
  const { lead, which = "", count, unit = "" } = match.groups ?? {};
  const name = unit.toLowerCase() as CalendarUnit;
  const times = count === undefined ? 1 : (NUMBER_WORDS[count.toLowerCase()] ?? Number(count));
  const current = startOfUnit(now, name);
  const isThis = which.toLowerCase() === "this";
  // "Last week" is the week before this one; "the last 2 weeks" and "the past week" go up to now.
  const isOne = which.toLowerCase() !== "past" && count === undefined && !["hour", "day"].includes(name);
  const rolling: TimeRange = [
    addUnits(startOfUnit(now, name === "hour" ? "hour" : "day"), name, -times),
    Infinity,
  ];
  const range: TimeRange = isThis
    ? [current, Infinity]
    : isOne
      ? [addUnits(current, name, -1), current]
      : rolling;
  return [createTimeExpression(match.index, match[0].length, toBounds(lead?.trim(), range), !isThis)];
}

function parseShortMonth(match: RegExpExecArray, now: number): TimeExpression {
  const { lead = "", month = "" } = match.groups ?? {};
  const ofThisYear = new Date(new Date(now).getFullYear(), MONTHS.indexOf(month.toLowerCase()), 1).getTime();
  const start = ofThisYear > now ? addUnits(ofThisYear, "year", -1) : ofThisYear;
  const bounds = toBounds(lead, [start, addUnits(start, "month", 1)]);
  return createTimeExpression(match.index, match[0].length, bounds, lead.toLowerCase() === "since");
}

function parseDates(text: string, now: number): readonly TimeExpression[] {
  // The parser knows "to" between two dates, and every offset has to stay.
  const ranges = text.replace(BETWEEN_AND, "to ");
  return en.casual
    .parse(ranges, new Date(now), { forwardDate: false })
    .flatMap((found) => toTimeExpressions(found, ranges, now));
}

function toTimeExpressions(found: ParsedResult, text: string, now: number): readonly TimeExpression[] {
  const unit = unitOf(found.start);
  const outer = PREPOSITION.exec(text.slice(0, found.index));
  const lead = (outer?.[1] ?? /^(?:on|in)\s/i.exec(found.text)?.[0] ?? "").toLowerCase();
  const isBack = /\b(?:yesterday|ago|last)\b/i.test(found.text);
  // "Meet on Sunday" may be meant, a mere "Sunday" is a word like others.
  if (!unit || (unit.isWeekday && lead === "" && !isBack)) return [];
  const first = startOfUnit(toMostRecent(found.start, now), unit.name);
  const last = found.end ? toMostRecent(found.end, now) : first;
  const range: TimeRange = [first, addUnits(startOfUnit(last, "day"), unit.name, 1)];
  const start = outer?.index ?? found.index;
  const isPastReference = isBack || (lead === "since" && !found.start.isCertain("year"));
  return [
    createTimeExpression(
      start,
      found.index + found.text.length - start,
      toBounds(lead, range),
      isPastReference,
    ),
  ];
}

/** How much of the calendar a date names; undefined for a mere time of day. */
function unitOf(
  date: ParsedComponents,
): { readonly name: CalendarUnit; readonly isWeekday: boolean } | undefined {
  if (date.isCertain("day")) return { name: "day", isWeekday: false };
  if (date.isCertain("weekday")) return { name: "day", isWeekday: true };
  if (date.isCertain("month")) return { name: "month", isWeekday: false };
  return date.isCertain("year") ? { name: "year", isWeekday: false } : undefined;
}

/** "March" is the last one, not the nearest. */
function toMostRecent(date: ParsedComponents, now: number): number {
  const time = date.date().getTime();
  return date.isCertain("month") && !date.isCertain("year") && time > now ? addUnits(time, "year", -1) : time;
}

function toBounds(
  lead: string | undefined,
  [first, end]: TimeRange,
): Pick<TimeExpression, "after" | "before"> {
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

function createTimeExpression(
  start: number,
  length: number,
  times: Pick<TimeExpression, "after" | "before">,
  isPastReference = false,
): TimeExpression {
  return { start, end: start + length, ...times, isPastReference };
}

function mask(text: string, start: number, end: number): string {
  return text.slice(0, start) + "_".repeat(end - start) + text.slice(end);
}
