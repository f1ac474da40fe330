import type { Settings } from "../../model/source";
import { DAY_MS } from "../../util/durations";
import { readNumberSetting } from "../shared/settings/read-number-setting";
import type { Calendar } from "./schema";
import { calendarName } from "./to-document";

const DAYS_PER_YEAR = 365;
/** Initial number of days that are read before and after today. */
export const INITIAL_DAYS = DAYS_PER_YEAR;
/** Later dates cannot be represented. */
const MAX_DAYS = 100 * DAYS_PER_YEAR;

/** Milliseconds since the epoch; an event is in the window when it ends after `from` and starts before `to`. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The window around `now` from the settings. */
export function readWindow(settings: Settings, now: number): TimeWindow {
  const days = (key: string) =>
    readNumberSetting(settings, key, { initial: INITIAL_DAYS, min: 0, max: MAX_DAYS }) * DAY_MS;
  return { from: now - days("daysBack"), to: now + days("daysAhead") };
}

/**
 * Whether a calendar is read: one with one of these names, or without names every visible one. Calendars that Google
 * fills (holidays, birthdays, weeks) have a "#" in their id.
 */
export function isWanted(calendar: Calendar, names: readonly string[]): boolean {
  if (calendar.accessRole === "freeBusyReader") return false;
  if (names.length > 0) {
    const name = calendarName(calendar).toLowerCase();
    return names.some((wanted) => wanted.toLowerCase() === name);
  }
  return calendar.hidden !== true && !calendar.id.includes("#");
}
