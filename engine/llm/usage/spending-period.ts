import type { EgressPeriod } from "../../ports/egress-log";
import { addUnits, type CalendarUnit, startOfUnit } from "../../util/calendar-unit";

/** The day or month of this time in the computer's time zone. */
export function spendingPeriod(time: number, unit: CalendarUnit): EgressPeriod {
  const from = startOfUnit(time, unit);
  return { from, to: addUnits(from, unit, 1) };
}
