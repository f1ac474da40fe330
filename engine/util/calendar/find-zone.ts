import { WINDOWS_ZONES } from "./windows-zones";
import { isZone, zoneOffset } from "./zone-offset";

const REGIONS = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"];
/** Names in Outlook's list of zones that are not the names of cities. */
const LISTED: Readonly<Record<string, string>> = {
  "eastern time": "America/New_York",
  "central time": "America/Chicago",
  "mountain time": "America/Denver",
  "pacific time": "America/Los_Angeles",
};
/** The offset of a listed zone is that of winter, which is July in the south. */
const WINTERS = [Date.UTC(2025, 0, 1), Date.UTC(2025, 6, 1)];

/**
 * The zone with this name: of the IANA database, of Windows ("W. Europe Standard Time"), of Outlook's list
 * ("(UTC+01:00) Amsterdam, Berlin"), with a prefix of a calendar program ("/example.org/Europe/Berlin"), or an offset
 * ("GMT+2" as "UTC+02:00"). Undefined when it is none of them.
 */
export function findZone(name: string): string | undefined {
  const trimmed = name.trim().replace(/^"(.*)"$/, "$1");
  if (/^(Z|UTC|Etc\/UTC|GMT)$/i.test(trimmed)) return "UTC";
  return (
    WINDOWS_ZONES.get(trimmed) ??
    toOffsetZone(trimmed) ??
    fromReversedOffset(trimmed) ??
    findPlace(trimmed) ??
    findListed(trimmed)
  );
}

/** "UTC+05:30" of "GMT+5:30", "+0530" or "UTC+5". */
function toOffsetZone(name: string): string | undefined {
  const [, sign, hours = "", minutes = "00"] =
    /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d\d))?(?::?\d\d)?$/i.exec(name) ?? [];
  if (sign === undefined || Number(hours) > 15 || Number(minutes) > 59) return undefined;
  const isUtc = Number(hours) === 0 && Number(minutes) === 0;
  return isUtc ? "UTC" : `UTC${sign}${hours.padStart(2, "0")}:${minutes}`;
}

/** "Etc/GMT+5" has the sign of POSIX: it is behind UTC. */
function fromReversedOffset(name: string): string | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(name) ?? [];
  return sign === undefined ? undefined : toOffsetZone(`${sign === "+" ? "-" : "+"}${hours}`);
}

/** A name of the IANA database, alone or after other parts of a path. */
function findPlace(name: string): string | undefined {
  const parts = name.split("/");
  const paths = parts.map((_, at) => parts.slice(at).join("/"));
  return (parts.length > 2 ? paths.slice(0, -1) : paths.slice(0, 1)).find(isZone);
}

/** The first city of "(UTC+01:00) Amsterdam, Berlin", or its offset. */
function findListed(name: string): string | undefined {
  const [, offset, places = ""] = /^\((?:UTC|GMT)([+-]\d\d:?\d\d)?\)\s*(.*)$/i.exec(name) ?? [];
  if (places === "") return undefined;
  const [listed] = Object.entries(LISTED).flatMap(([key, zone]) =>
    places.toLowerCase().startsWith(key) ? zone : [],
  );
  const fixed = toOffsetZone(offset ?? "+00:00") ?? "UTC";
  return listed ?? findCity(places.split(","), fixed) ?? fixed;
}

function findCity(cities: readonly string[], fixed: string): string | undefined {
  const zones = cities.flatMap((city) =>
    REGIONS.map((region) => `${region}/${city.trim().replaceAll(" ", "_")}`),
  );
  const expected = zoneOffset(fixed, 0);
  return zones.find(
    (zone) => isZone(zone) && WINTERS.some((winter) => zoneOffset(zone, winter) === expected),
  );
}
