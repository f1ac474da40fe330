import { MINUTE_MS } from "../durations";

/** A formatter costs more than what it formats; there are some 600 zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

const PARTS = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;

/** Whether this is a name of the IANA database that this runtime knows. */
export function isZone(name: string): boolean {
  return name !== "" && formatOf(name) !== undefined;
}

/** Milliseconds that the clocks of a zone are ahead of UTC at an instant. The zone is one `findZone` returned. */
export function zoneOffset(zone: string, at: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const format = formatOf(zone);
  if (format === undefined) return 0;
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  // The format has no milliseconds, and those of a negative time are floored as well.
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The instant at which the clocks of a zone show this time. `wall` is that time as if it were UTC. */
export function instantOf(wall: number, zone: string): number {
  const guess = wall - zoneOffset(zone, wall);
  return wall - zoneOffset(zone, guess);
}

/** "UTC+05:30" in milliseconds; undefined for the name of a place. */
function fixedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^UTC([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", { ...PARTS, calendar: "gregory", timeZone: zone });
    formats.set(zone, format);
    return format;
  } catch {
    // A RangeError: the runtime does not know the zone.
    return undefined;
  }
}
