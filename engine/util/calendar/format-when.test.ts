import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventTime } from "./event-time";
import { formatWhen } from "./format-when";
import { instantOf, zoneOffset } from "./zone-offset";

const instant = (time: string, zone?: string): EventTime => ({
  kind: "instant",
  at: Date.parse(time),
  ...(zone !== undefined && { zone }),
});
const clock = (time: string, zone?: string): EventTime => ({
  kind: "clock",
  clock: time,
  ...(zone !== undefined && { zone }),
});
const day = (value: string): EventTime => ({ kind: "day", day: value });

describe("formatWhen()", () => {
  test.each<[string, EventTime, EventTime | undefined, string]>([
    [
      "an instant in the zone of the event, whatever its offset",
      instant("2023-07-25T16:00:00+02:00", "America/Toronto"),
      instant("2023-07-25T17:00:00+02:00", "America/Toronto"),
      "Tuesday, 25 July 2023, 10:00 – 11:00 (America/Toronto)",
    ],
    [
      "a time without an end",
      instant("2026-07-07T07:30:00+08:00", "Asia/Seoul"),
      undefined,
      "Tuesday, 7 July 2026, 08:30 (Asia/Seoul)",
    ],
    [
      "a flight, in two zones",
      instant("2026-07-07T10:05:00+09:00", "Asia/Seoul"),
      instant("2026-07-07T09:20:00-04:00", "America/Toronto"),
      "Tuesday, 7 July 2026, 10:05 (Asia/Seoul) – Tuesday, 7 July 2026, 09:20 (America/Toronto)",
    ],
    [
      "the time on a clock",
      clock("2026-12-04T14:00:00", "Europe/Berlin"),
      clock("2026-12-04T15:30", "Europe/Berlin"),
      "Friday, 4 December 2026, 14:00 – 15:30 (Europe/Berlin)",
    ],
    [
      "a Windows zone",
      clock("2026-12-04T14:00", "W. Europe Standard Time"),
      undefined,
      "Friday, 4 December 2026, 14:00 (Europe/Berlin)",
    ],
    ["a time in no zone", clock("2026-12-04T14:00"), undefined, "Friday, 4 December 2026, 14:00"],
    [
      "a clock of an unknown zone",
      clock("2026-12-04T14:00", "Ship time"),
      undefined,
      "Friday, 4 December 2026, 14:00 (Ship time)",
    ],
    [
      "an instant of an unknown zone",
      instant("2026-12-04T14:00:00+01:00", "Ship time"),
      undefined,
      "Friday, 4 December 2026, 13:00 (UTC)",
    ],
    [
      "a night",
      instant("2025-01-10T22:00:00Z"),
      instant("2025-01-11T02:00:00Z"),
      "Friday, 10 January 2025, 22:00 – Saturday, 11 January 2025, 02:00 (UTC)",
    ],
    [
      "an end before the start",
      instant("2025-01-10T22:00:00Z"),
      instant("2025-01-10T21:00:00Z"),
      "Friday, 10 January 2025, 22:00 (UTC)",
    ],
    ["a day", day("2026-12-24"), day("2026-12-25"), "Thursday, 24 December 2026 (all day)"],
    ["a day without an end", day("2026-12-24"), undefined, "Thursday, 24 December 2026 (all day)"],
    [
      "several days",
      day("2025-01-30"),
      day("2025-02-02"),
      "Thursday, 30 January 2025 – Saturday, 1 February 2025 (all day)",
    ],
  ])("states %s", (_, start, end, text) => {
    expect(formatWhen({ start, end })).toBe(text);
  });

  test.each<[string, EventTime, string, string]>([
    [
      "the person's own time",
      clock("2026-12-04T14:00", "Europe/Berlin"),
      "Europe/London",
      "Friday, 4 December 2026, 14:00 (Europe/Berlin); your time: 13:00 (Europe/London)",
    ],
    [
      "their day as well where it is another",
      clock("2026-12-04T20:00", "America/New_York"),
      "Asia/Seoul",
      "Friday, 4 December 2026, 20:00 (America/New_York); your time: Saturday, 5 December 2026, 10:00 (Asia/Seoul)",
    ],
    [
      "no zone whose clock is the same",
      clock("2026-12-04T14:00", "Europe/Berlin"),
      "Europe/Zurich",
      "Friday, 4 December 2026, 14:00 (Europe/Berlin)",
    ],
    [
      "no unknown zone",
      clock("2026-12-04T14:00", "Europe/Berlin"),
      "Moon",
      "Friday, 4 December 2026, 14:00 (Europe/Berlin)",
    ],
    [
      "no zone of a time without one",
      clock("2026-12-04T14:00"),
      "Asia/Seoul",
      "Friday, 4 December 2026, 14:00",
    ],
  ])("adds %s", (_, start, ownZone, text) => {
    expect(formatWhen({ start, ownZone })).toBe(text);
  });

  test.each<[string, EventTime]>([
    ["a day that does not exist", day("2026-02-31")],
    ["a time that is no number", { kind: "instant", at: Number.NaN }],
    ["a time that no date can hold", { kind: "instant", at: 1e300 }],
    ["a clock in words", clock("tomorrow at nine")],
  ])("is undefined for %s", (_, start) => {
    expect(formatWhen({ start })).toBeUndefined();
  });
});

describe("instantOf()", () => {
  test("reverses zoneOffset(), but in the hour that summer time skips", () => {
    const zones = fc.constantFrom(
      "Europe/Berlin",
      "America/Toronto",
      "Asia/Kolkata",
      "Pacific/Chatham",
      "UTC-03:30",
    );
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 80 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const wall = minute * 60_000;
        const at = instantOf(wall, zone);
        const skipped = Math.abs(at + zoneOffset(zone, at) - wall);
        expect(skipped % 3_600_000).toBe(0);
        expect(skipped).toBeLessThanOrEqual(3_600_000);
        const read = at + zoneOffset(zone, at);
        expect(instantOf(read, zone) + zoneOffset(zone, instantOf(read, zone))).toBe(read);
      }),
    );
  });
});
