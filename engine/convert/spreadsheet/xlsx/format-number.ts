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
  return (value, pattern) => {
    const isDate = pattern !== "General" && isDateFormat(pattern);
    const serial = isDate && is1904 ? value + DAYS_UNTIL_1904 : value;
    const date = isDate && serial >= 0 && serial <= MAX_SERIAL ? dateText(serial, pattern) : undefined;
    if (date !== undefined) return { text: date, kind: "name" };
    const kind = Number.isInteger(value) && value >= 1900 && value <= 2100 ? "name" : "value";
    return { text: numberText(serial, pattern), kind };
  };
}

/** Undefined for a time or a duration, which is shown as its format says. */
function dateText(serial: number, pattern: string): string | undefined {
  const info = getFormatDateInfo(pattern);
  const isDuration = /\[(?:h+|m+|s+)\]/i.test(pattern);
  if (isDuration || !(info.year || info.month || info.day)) return undefined;
  // The fields are whole numbers; the time is rounded to a minute, or to a second where the format shows seconds.
  const unit = info.seconds ? 86_400 : 1_440;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = dateFromSerial(
    Math.round(serial * unit) / unit + 1 / 172_800_000,
  );
  if (info.month && !info.day && !info.hours) return `${MONTHS[month - 1]} ${info.year ? year : ""}`.trim();
  if (info.year && !info.month && !info.day) return String(year);
  const date = `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  // Programs write days with the format of a time, which is midnight then.
  if ((!info.hours && !info.minutes) || hours + minutes + seconds === 0) return date;
  const time = `${twoDigits(hours)}:${twoDigits(minutes)}`;
  return `${date} ${info.seconds ? `${time}:${twoDigits(seconds)}` : time}`;
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
