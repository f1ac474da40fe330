import type { EventTime } from "./event-time";

/**
 * A date or time of RFC 5545: "20261224", "20261204T140000" in the zone of its property, or "20261204T130000Z", which
 * is read in that zone. A period stands for its start. Undefined when it is none of them.
 */
export function parseIcsTime(value: string, zone?: string): EventTime | undefined {
  const [, year, month, date, hour, minute, second = "00", utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?(?:\/.*)?$/i.exec(value.trim()) ?? [];
  if (year === undefined) return undefined;
  const day = `${year}-${month}-${date}`;
  // Days and hours that do not exist (31 February, 25 o'clock) are no times.
  const clock = `${day}T${hour ?? "00"}:${minute ?? "00"}:${second === "60" ? "59" : second}`;
  const at = Date.parse(`${clock}Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) return undefined;
  if (hour === undefined) return { kind: "day", day };
  const inZone = zone !== undefined && { zone };
  return utc === undefined ? { kind: "clock", clock, ...inZone } : { kind: "instant", at, ...inZone };
}
