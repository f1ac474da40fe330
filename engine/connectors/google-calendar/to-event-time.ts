import type { EventTime } from "../../util/calendar/event-time";
import { findZone } from "../../util/calendar/find-zone";
import type { Calendar, When } from "./schema";

/**
 * A time of an event in its own zone. Google writes the offset of the calendar into the time, whatever the zone of the
 * event is. Without a zone it is read in that of the calendar, else with the offset as it is written.
 */
export function toEventTime(when: When, calendar: Pick<Calendar, "timeZone">): EventTime {
  if ("date" in when) return { kind: "day", day: when.date };
  const { dateTime, timeZone } = when;
  const offset = /(?:Z|[+-]\d\d:?\d\d)$/.exec(dateTime)?.[0];
  const zone = [timeZone, calendar.timeZone, offset].find((name) => name && findZone(name) !== undefined);
  const inZone = zone ? { zone } : {};
  if (offset === undefined) return { kind: "clock", clock: dateTime.slice(0, 19), ...inZone };
  return { kind: "instant", at: Date.parse(dateTime), ...inZone };
}
