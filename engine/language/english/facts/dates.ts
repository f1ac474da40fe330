import type { Fact } from "../../facts";
import { MONTH_NAME, MONTHS } from "./month-names";

const DAY = String.raw`(?<day>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const MONTH = String.raw`(?<month>${MONTH_NAME})\b\.?`;
const LINK = String.raw`[\s-]+(?:(?:of|de|del|do)\s+)?`;
const START = String.raw`(?<![\p{L}\d.,:/-])`;
const END = String.raw`(?![\p{L}\d]|[.,:/-]\d)`;
/** In the order in which they are tried; what one matches, the others do not see. */
const DATES = [
  String.raw`${START}(?<year>\d{4})[-/.](?<month>[01]?\d)[-/.](?<day>[0-3]?\d)(?=T\d|${END})`,
  String.raw`${START}(?<day>[0-3]?\d)\.\s?(?<month>[01]?\d)\.\s?${YEAR}${END}`,
  String.raw`${START}(?<day>[0-3]?\d)[/-](?<month>[01]?\d)[/-]${YEAR}${END}`,
  String.raw`${START}${DAY}${LINK}${MONTH}(?:,?${LINK}${YEAR})?(?!\d)`,
  String.raw`${START}${MONTH}\s+${DAY}(?:,?\s+${YEAR})?${END}`,
  `${START}${MONTH}(?:,?${LINK})${YEAR}${END}`,
].map((source) => new RegExp(source, "giu"));
/** A year by itself; "2000 desks" is an amount. */
const BARE_YEAR =
  /(?<![\p{L}\d.,:/$€£#-]|[$€£]\s)(?<lead>(?:in|since|of|from|until|till|before|after|during|year|by)\s+)?(?<year>(?:19|20)\d\d)(?![\p{L}\d%€]|[.,:]\d|\s?[€$£%])(?<noun>\s\p{Ll}+s\b)?/giu;
const WEEKDAY = /(?<!\p{L})(?<day>mon|tues|wednes|thurs|fri|satur|sun)days?(?!\p{L})/giu;

/** Dates as "2026-05-14", "2026-05", "2026", or "--05-14" where the year is left out. */
export function findDates(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  let rest = text;
  for (const pattern of DATES) {
    for (const match of rest.matchAll(pattern)) {
      const value = toDateValue(match.groups ?? {});
      if (value !== undefined) facts.push(toFact(match.index, match[0].length, value));
    }
    rest = rest.replace(pattern, (words) => "_".repeat(words.length));
  }
  return [...facts, ...findYears(rest)];
}

function findYears(text: string): readonly Fact[] {
  return [...text.matchAll(BARE_YEAR)].flatMap(({ index, groups = {} }) => {
    const { lead = "", year = "", noun } = groups;
    return noun === undefined || lead !== "" ? [toFact(index + lead.length, year.length, year)] : [];
  });
}

/** Weekdays in the singular and in lower case. */
export function findWeekdays(text: string): readonly Fact[] {
  return [...text.matchAll(WEEKDAY)].map(({ 0: words, index, groups }) => ({
    kind: "weekday",
    value: `${groups?.day?.toLowerCase()}day`,
    start: index,
    end: index + words.length,
  }));
}

function toFact(start: number, length: number, value: string): Fact {
  return { kind: "date", value, start, end: start + length };
}

/** A date in digits is day before month, unless that is no date. */
function toDateValue({ year, month = "", day }: Partial<Record<string, string>>): string | undefined {
  const named = MONTHS.get(month.toLowerCase());
  const numbers = [named ?? Number(month), day === undefined ? undefined : Number(day)] as const;
  const isSwapped = named === undefined && numbers[0] > 12 && numbers[1] !== undefined && numbers[1] <= 12;
  const [monthNumber, dayNumber] = isSwapped ? [numbers[1] ?? 0, numbers[0]] : numbers;
  if (monthNumber < 1 || monthNumber > 12 || dayNumber === 0 || (dayNumber ?? 1) > 31) return undefined;
  const pad = (number: number) => String(number).padStart(2, "0");
  return [year ?? "-", pad(monthNumber), ...(dayNumber === undefined ? [] : [pad(dayNumber)])].join("-");
}
