import { DAY_MS } from "../durations";

const ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });
const ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const SUNDAY = Date.UTC(2025, 5, 1);
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** "2nd", "last", "3rd to last" */
export function ordinalWord(value: number): string {
  if (value === -1) return "last";
  const count = Math.abs(value);
  const word = `${count}${ENDINGS[ORDINALS.select(count)]}`;
  return value < 0 ? `${word} to last` : word;
}

/** "Tuesday" of 2 */
export function weekdayWord(weekday: number): string {
  return WEEKDAY.format(SUNDAY + weekday * DAY_MS);
}

/** "March" of 3 */
export function monthWord(month: number): string {
  return MONTH.format(Date.UTC(2025, month - 1, 1));
}

/** "a, b and c" */
export function listWords(words: readonly string[]): string {
  return LIST.format(words);
}
