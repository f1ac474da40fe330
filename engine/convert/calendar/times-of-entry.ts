import type { EventTime } from "../../util/calendar/event-time";
import { parseIcsTime } from "../../util/calendar/parse-ics-time";
import { DAY_MS } from "../../util/durations";
import type { Component, ContentLine } from "./content-line";
import type { Zones } from "./zones-of-calendar";

/** The times of the lines with this name, such as EXDATE; a line may have several. */
export function timesOf({ lines }: Component, name: string, zones: Zones): readonly EventTime[] {
  return lines.filter((line) => line.name === name).flatMap((line) => readTimes(line, zones));
}

function readTimes({ value, parameters }: ContentLine, zones: Zones): readonly EventTime[] {
  const id = parameters.get("TZID");
  const named = id === undefined ? undefined : zones.resolve(id);
  return value.split(",").flatMap((time) => {
    const zone = named ?? (/Z\s*$/i.test(time) ? zones.own : undefined);
    return parseIcsTime(time, zone) ?? [];
  });
}

/** The end of an entry, exclusive: as it is given, or its start with its duration. */
export function endOf(entry: Component, start: EventTime | undefined, zones: Zones): EventTime | undefined {
  const [end] = timesOf(entry, "DTEND", zones);
  if (end ?? !start) return end;
  const duration = entry.lines.find(({ name }) => name === "DURATION");
  const length = duration && parseDuration(duration.value);
  return length === undefined || !start ? undefined : addTo(start, length);
}

/** "P1DT2H30M" and "-PT15M" in milliseconds. */
export function parseDuration(text: string): number | undefined {
  const [, sign, weeks = "0", days = "0", hours = "0", minutes = "0", seconds = "0"] =
    /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim()) ?? [];
  if (sign === undefined) return undefined;
  const whole = (Number(weeks) * 7 + Number(days)) * DAY_MS;
  const rest = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return (sign === "-" ? -1 : 1) * (whole + rest);
}

function addTo(time: EventTime, length: number): EventTime | undefined {
  if (time.kind === "instant") return { ...time, at: time.at + length };
  const wall = Date.parse(time.kind === "day" ? `${time.day}T00:00Z` : `${time.clock}Z`) + length;
  // Durations of years in the thousands leave the calendar.
  if (Number.isNaN(wall) || Math.abs(wall) > 8e15) return undefined;
  const written = new Date(wall).toISOString();
  if (!/^\d{4}-/.test(written)) return undefined;
  if (time.kind === "day") return { kind: "day", day: written.slice(0, 10) };
  return { ...time, clock: written.slice(0, 19) };
}
