export type CalendarUnit = "hour" | "day" | "week" | "month" | "quarter" | "year";

/** Start of the unit of the local calendar that contains `time`. Weeks begin on Monday. */
export function startOfUnit(time: number, unit: CalendarUnit): number {
  const date = new Date(time);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (unit) {
    case "hour":
      return new Date(year, month, day, date.getHours()).getTime();
    case "day":
      return new Date(year, month, day).getTime();
    case "week":
      return new Date(year, month, day - ((date.getDay() + 6) % 7)).getTime();
    case "month":
      return new Date(year, month, 1).getTime();
    case "quarter":
      return new Date(year, month - (month % 3), 1).getTime();
    case "year":
      return new Date(year, 0, 1).getTime();
  }
}

/**
 * This many units later, or earlier for a negative number. Calendar arithmetic: months and changes to summer time are
 * respected.
 */
export function addUnits(time: number, unit: CalendarUnit, count: number): number {
  const date = new Date(time);
  switch (unit) {
    case "hour":
      return time + count * 3_600_000;
    case "day":
      date.setDate(date.getDate() + count);
      break;
    case "week":
      date.setDate(date.getDate() + 7 * count);
      break;
    case "month":
      date.setMonth(date.getMonth() + count);
      break;
    case "quarter":
      date.setMonth(date.getMonth() + 3 * count);
      break;
    case "year":
      date.setFullYear(date.getFullYear() + count);
  }
  return date.getTime();
}
