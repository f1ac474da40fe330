import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from "numfmt";
import type { SheetCell } from "../sheet";

export type NumberFormatter = (value: number, pattern: string) => Pick<SheetCell, "text" | "kind">;

/** Days between the two date systems of Excel. */
const DAYS_UNTIL_1904 = 1462;
/** More digits are noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
/** The last day that Excel knows: 31 December 9999. */
const MAX_SERIAL = 2_958_465;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * Shows numbers as their format does, and dates in a form that is read in one way only: 2026-03-01, whatever the order
 * of day and month in the format.
 */
export function createNumberFormatter(is1904: boolean): NumberFormatter {
  // Reading a pattern takes longer than reading a cell.
  const parts = new Map<string, DateParts | undefined>();
  const partsOf = (pattern: string) => {
    if (!parts.has(pattern)) parts.set(pattern, readDateParts(pattern));
    return parts.get(pattern);
  };
  return (value, pattern) => {
    const shown = partsOf(pattern);
    const serial = shown && is1904 ? value + DAYS_UNTIL_1904 : value;
    if (shown?.hasDate && serial >= 0 && serial <= MAX_SERIAL)
      return { text: dateText(serial, shown), kind: "name" };
    const kind = Number.isInteger(value) && value >= 1900 && value <= 2100 ? "name" : "value";
    return { text: numberText(serial, pattern), kind };
  };
}

/** What a pattern shows of a moment. */
interface DateParts {
  /** False for a time or a duration, which is shown as its format says. */
  readonly hasDate: boolean;
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly hasTime: boolean;
  readonly seconds: boolean;
}

/** Undefined for a pattern of numbers. */
function readDateParts(pattern: string): DateParts | undefined {
  if (pattern === "General" || !isDateFormat(pattern)) return undefined;
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const isDuration = /\[(?:h+|m+|s+)\]/i.test(pattern);
  const hasDate = !isDuration && (year || month || day);
  return { hasDate, year, month, day, hasTime: hours || minutes, seconds };
}

function dateText(serial: number, shown: DateParts): string {
  // The fields are whole numbers; the time is rounded to a minute, or to a second where the format shows seconds.
  const unit = shown.seconds ? 86_400 : 1_440;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = dateFromSerial(
    Math.round(serial * unit) / unit + 1 / 172_800_000,
  );
  if (shown.month && !shown.day && !shown.hasTime)
    return `${MONTHS[month - 1]} ${shown.year ? year : ""}`.trim();
  if (shown.year && !shown.month && !shown.day) return String(year);
  const date = `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  // Programs write days with the format of a time, which is midnight then.
  if (!shown.hasTime || hours + minutes + seconds === 0) return date;
  const time = `${twoDigits(hours)}:${twoDigits(minutes)}`;
  return `${date} ${shown.seconds ? `${time}:${twoDigits(seconds)}` : time}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}

function numberText(value: number, pattern: string): string {
  if (pattern === "General" || pattern === "@") return generalText(value);
  try {
    return (
      format(pattern, value, { nbsp: false, fillChar: "" }).replace(/\s+/g, " ").trim() || generalText(value)
    );
  } catch {
    // A pattern of another program, or a number that its date system does not know.
    return generalText(value);
  }
}

/** All digits: Excel's own display shortens long numbers (phone numbers, numbers of accounts) by the width of a column. */
function generalText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}
