import { expect, test } from "vitest";
import { parseIcsTime } from "./parse-ics-time";

test.each([
  ["20261224", undefined, { kind: "day", day: "2026-12-24" }],
  [
    "20261204T140000",
    "Europe/Berlin",
    { kind: "clock", clock: "2026-12-04T14:00:00", zone: "Europe/Berlin" },
  ],
  ["20261204T140000", undefined, { kind: "clock", clock: "2026-12-04T14:00:00" }],
  ["20261204T130000Z", undefined, { kind: "instant", at: Date.UTC(2026, 11, 4, 13) }],
  ["20261204T1300Z", "Asia/Seoul", { kind: "instant", at: Date.UTC(2026, 11, 4, 13), zone: "Asia/Seoul" }],
  ["19970101T180000Z/PT5H30M", undefined, { kind: "instant", at: Date.UTC(1997, 0, 1, 18) }],
  ["2026-12-24", undefined, { kind: "day", day: "2026-12-24" }],
  ["20260231", undefined, undefined],
  ["20260301T250000", undefined, undefined],
  ["soon", undefined, undefined],
])("parseIcsTime() reads %s in %s", (value, zone, time) => {
  expect(parseIcsTime(value, zone)).toEqual(time);
});
