import type { WhatsappLine } from "./whatsapp-lines";

/** Where day, month and year stand among the three numbers of a date. */
type DateOrder = "day-month-year" | "month-day-year" | "year-month-day";

/**
 * The order of the dates in a chat: by a number that can be no month, else by the order in which the messages follow one
 * another, else by how it is written.
 */
export function dateOrder(lines: readonly WhatsappLine[]): DateOrder {
  const [sample] = lines;
  if (sample?.date[0].length === 4) return "year-month-day";
  if (lines.some(({ date }) => Number(date[0]) > 12)) return "day-month-year";
  if (lines.some(({ date }) => Number(date[1]) > 12)) return "month-day-year";
  const dayFirst = countDisorder(lines, "day-month-year");
  const monthFirst = countDisorder(lines, "month-day-year");
  if (dayFirst !== monthFirst) return dayFirst < monthFirst ? "day-month-year" : "month-day-year";
  return sample?.separator === "/" && sample.hasHalfDays ? "month-day-year" : "day-month-year";
}

/** Messages that would come before the one above them, and long gaps that the other order does not have. */
function countDisorder(lines: readonly WhatsappLine[], order: DateOrder): number {
  const days = lines.map((line) => Date.parse(isoDay(line, order)));
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0);
  const backward = days.filter((day, at) => at > 0 && day < (days[at - 1] ?? day)).length;
  return backward * 1e6 + span / 86_400_000;
}

/** "2026-11-02". */
export function isoDay({ date }: WhatsappLine, order: DateOrder): string {
  const [first, second, third] = date;
  const [day, month, year] =
    order === "year-month-day"
      ? [third, second, first]
      : order === "day-month-year"
        ? [first, second, third]
        : [second, first, third];
  const fullYear = year.length === 2 ? `20${year}` : year;
  return `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
