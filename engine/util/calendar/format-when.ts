import { DAY_MS } from "../durations";
import type { EventTime } from "./event-time";
import { findZone } from "./find-zone";
import { instantOf, zoneOffset } from "./zone-offset";

export interface WhenOptions {
  readonly start: EventTime;
  /** Exclusive: an event of one day ends on the next. */
  readonly end?: EventTime | undefined;
  /** The person's own zone; its clock is added where it shows another time. */
  readonly ownZone?: string | undefined;
}

/** A time as it is written: what the clock shows as if it were UTC, and the zone's name. */
export interface Reading {
  readonly wall: number;
  readonly zone: string;
  /** The instant, where the time is one. */
  readonly at?: number;
}

/**
 * When an event is, in words: "Friday, 4 December 2026, 14:00 – 15:30 (Europe/Berlin); your time: 13:00 – 14:30
 * (Europe/London)". Each time is read in its own zone. Undefined when the start is no valid time.
 */
export function formatWhen({ start, end, ownZone }: WhenOptions): string | undefined {
  if (start.kind === "day") return formatDays(start.day, end?.kind === "day" ? end.day : undefined);
  const from = readTime(start);
  if (from === undefined) return undefined;
  const last = end && readTime(end);
  const to = last && instantIn(last) >= instantIn(from) ? last : undefined;
  const own = ownZone === undefined ? undefined : findZone(ownZone);
  const yours = own === undefined ? [] : [from, to].map((time) => time && readIn(time, own));
  const differs = [from, to].some((time, at) => time && yours[at] && time.wall !== yours[at].wall);
  const text = formatRange(from, to);
  const [yourFrom, yourTo] = yours;
  if (!differs || !yourFrom) return text;
  const isSameDay = [from, to].every((time, at) => dayOf(time?.wall) === dayOf(yours[at]?.wall));
  return `${text}; your time: ${formatRange(yourFrom, yourTo, isSameDay)}`;
}

/** What a time's own clock shows; undefined when it is not valid. */
export function readTime(time: EventTime): Reading | undefined {
  if (time.kind === "day") return validReading({ wall: parseUtc(`${time.day}T00:00`), zone: "" });
  const zone = time.zone === undefined ? undefined : findZone(time.zone);
  if (time.kind === "instant") {
    const at = Math.floor(time.at);
    if (!isValid(at)) return undefined;
    const read = zone ?? "UTC";
    return validReading({ wall: at + zoneOffset(read, at), zone: read, at });
  }
  const wall = parseUtc(time.clock);
  if (!isValid(wall)) return undefined;
  if (zone !== undefined) return { wall, zone, at: instantOf(wall, zone) };
  // An unknown zone is named all the same: its clock is what the event says.
  return { wall, zone: time.zone ?? "" };
}

/** "Friday, 4 December 2026" */
export function formatDay(wall: number): string {
  const [, weekday, date] = /^(\w+),? (.*)$/.exec(DAY_FORMAT.format(wall)) ?? [];
  return `${weekday}, ${date}`;
}

const DAY_FORMAT = new Intl.DateTimeFormat("en-GB", {
  ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
  ...{ timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" },
});

/** "14:00" */
export function formatClock(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}

/** The end of an all-day event is the day after its last day. */
function formatDays(first: string, end: string | undefined): string | undefined {
  const from = parseUtc(`${first}T00:00`);
  if (!isValid(from)) return undefined;
  const last = end === undefined ? from : parseUtc(`${end}T00:00`) - DAY_MS;
  const days = last > from ? `${formatDay(from)} – ${formatDay(last)}` : formatDay(from);
  return `${days} (all day)`;
}

function formatRange(from: Reading, to: Reading | undefined, isDayKnown = false): string {
  const first = isDayKnown ? formatClock(from.wall) : `${formatDay(from.wall)}, ${formatClock(from.wall)}`;
  if (to === undefined || to.wall === from.wall) return first + inZone(from);
  const isShort = isDayKnown || dayOf(to.wall) === dayOf(from.wall);
  const last = isShort ? formatClock(to.wall) : `${formatDay(to.wall)}, ${formatClock(to.wall)}`;
  if (to.zone === from.zone) return `${first} – ${last}${inZone(from)}`;
  // A flight: each end has its own clock, so the day is repeated.
  const arrival = isDayKnown ? last : `${formatDay(to.wall)}, ${formatClock(to.wall)}`;
  return `${first}${inZone(from)} – ${arrival}${inZone(to)}`;
}

function readIn(time: Reading, zone: string): Reading | undefined {
  if (time.at === undefined) return undefined;
  return validReading({ wall: time.at + zoneOffset(zone, time.at), zone, at: time.at });
}

function instantIn({ at, wall }: Reading): number {
  return at ?? wall;
}

function inZone({ zone }: Reading): string {
  return zone === "" ? "" : ` (${zone})`;
}

function dayOf(wall: number | undefined): number | undefined {
  return wall === undefined ? undefined : Math.floor(wall / DAY_MS);
}

function parseUtc(clock: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(clock)) return Number.NaN;
  const time = Date.parse(`${clock}Z`);
  // Date.parse reads 31 February as 3 March.
  return Number.isNaN(time) || new Date(time).getUTCDate() !== Number(clock.slice(8, 10)) ? Number.NaN : time;
}

function validReading(reading: Reading): Reading | undefined {
  return isValid(reading.wall) ? reading : undefined;
}

/** Within the years 0 to 9999. */
function isValid(time: number): boolean {
  return time >= -62_167_219_200_000 && time <= 253_402_300_799_999;
}
