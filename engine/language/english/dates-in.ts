import { addUnits } from "../../util/calendar-unit";
import type { DateMention } from "../date-mention";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?<year>(?:19|20)\\d\\d)";
const BEGIN = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
/** The most of a date first: what is read once is not read again. */
const PATTERNS: readonly RegExp[] = [
  `${YEAR}(?<separator>[-/._])(?<monthNumber>0\\d|1[0-2])\\k<separator>(?<day>[0-3]\\d)`,
  `(?<day>\\d{1,2})(?<separator>[./])(?<monthNumber>\\d{1,2})\\k<separator>${YEAR}`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`,
  `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `${MONTH},?[\\s_-]+${YEAR}`,
  `${YEAR}[-/._](?<monthNumber>0\\d|1[0-2])`,
  `q(?<quarter>[1-4])[\\s/-]*${YEAR}`,
  `${YEAR}[\\s/-]*q(?<quarter>[1-4])`,
  YEAR,
].map((source) => new RegExp(BEGIN + source + END, "giu"));

/** The dates with a year that a text names, by the computer's calendar, in order. Of "3/4/2026" the day is the first. */
export function datesIn(text: string): readonly DateMention[] {
  const mentions: DateMention[] = [];
  let rest = text;
  for (const pattern of PATTERNS) {
    for (const match of rest.matchAll(pattern)) {
      const range = toRange(match.groups ?? {});
      if (range) mentions.push({ start: match.index, end: match.index + match[0].length, ...range });
    }
    rest = rest.replace(pattern, (words) => "~".repeat(words.length));
  }
  return mentions.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function toRange(groups: Groups): Pick<DateMention, "from" | "to" | "unit"> | undefined {
  const { month, monthNumber, day, quarter } = groups;
  const year = Number(groups.year);
  if (quarter) return rangeOf(new Date(year, (Number(quarter) - 1) * 3, 1), "quarter");
  const index = monthNumber
    ? Number(monthNumber) - 1
    : month
      ? MONTHS.indexOf(month.slice(0, 3).toLowerCase())
      : undefined;
  if (index === undefined) return rangeOf(new Date(year, 0, 1), "year");
  if (index < 0 || index > 11) return undefined;
  if (!day) return rangeOf(new Date(year, index, 1), "month");
  const date = new Date(year, index, Number(day));
  return date.getMonth() === index ? rangeOf(date, "day") : undefined;
}

function rangeOf(date: Date, unit: DateMention["unit"]): Pick<DateMention, "from" | "to" | "unit"> {
  const from = date.getTime();
  return { from, to: addUnits(from, unit, 1), unit };
}
