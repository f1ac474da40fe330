export const HOUR_MS = 60 * 60_000;
/** 24 hours; a day of the calendar may have 23 or 25, see `addUnits`. */
export const DAY_MS = 24 * HOUR_MS;
