import type { Recurrence } from "./describe-recurrence";
import type { EventTime } from "./event-time";
import { parseIcsTime } from "./parse-ics-time";

/** Parses lines of RFC 5545: "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Zurich:20261224T090000". */
export function parseRecurrence(lines: readonly string[]): Recurrence {
  const rules: string[] = [];
  const excludedRules: string[] = [];
  const dates: EventTime[] = [];
  const excludedDates: EventTime[] = [];
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] =
      /^\s*([A-Za-z-]+)((?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    const kind = name.toUpperCase();
    if (kind === "RRULE") rules.push(value.trim());
    if (kind === "EXRULE") excludedRules.push(value.trim());
    if (kind === "RDATE") dates.push(...timesOf(value, parameters));
    if (kind === "EXDATE") excludedDates.push(...timesOf(value, parameters));
  }
  return { rules, dates, excludedRules, excludedDates };
}

function timesOf(value: string, parameters: string): readonly EventTime[] {
  const zone = /;TZID="?([^;"]+)/i.exec(parameters)?.[1];
  return value.split(",").flatMap((time) => parseIcsTime(time, zone) ?? []);
}
