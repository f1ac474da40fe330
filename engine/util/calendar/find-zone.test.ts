import { describe, expect, test } from "vitest";
import { findZone } from "./find-zone";
import { WINDOWS_ZONES } from "./windows-zones";
import { isZone } from "./zone-offset";

describe("findZone()", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    [" America/Argentina/Buenos_Aires ", "America/Argentina/Buenos_Aires"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["Tokyo Standard Time", "Asia/Tokyo"],
    ['"India Standard Time"', "Asia/Calcutta"],
    ["/softwarestudio.org/Olson_20011030_5/America/New_York", "America/New_York"],
    ["/example.org/Europe/Berlin", "Europe/Berlin"],
    ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome", "Europe/Amsterdam"],
    ["(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"],
    ["(UTC+09:00) Osaka, Sapporo, Tokyo", "Asia/Tokyo"],
    ["(UTC+04:30) Nowhere", "UTC+04:30"],
    ["(UTC) Coordinated Universal Time", "UTC"],
    ["GMT+0200", "UTC+02:00"],
    ["UTC+5:30", "UTC+05:30"],
    ["-0330", "UTC-03:30"],
    ["Z", "UTC"],
    ["UTC", "UTC"],
    ["UTC-11", "UTC-11:00"],
    ["Etc/GMT+5", "UTC-05:00"],
  ])("finds %s", (name, zone) => {
    expect(findZone(name)).toBe(zone);
  });

  test.each(["", "Customized Time Zone", "GMT+99", "Europe/Nowhere", "//", "toString"])(
    "knows no %j",
    (name) => {
      expect(findZone(name)).toBeUndefined();
    },
  );

  test("knows every zone of Windows", () => {
    expect([...WINDOWS_ZONES.values()].filter((zone) => !zone.startsWith("UTC") && !isZone(zone))).toEqual(
      [],
    );
  });
});
