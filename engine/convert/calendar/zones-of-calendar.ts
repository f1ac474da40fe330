import { findZone } from "../../util/calendar/find-zone";
import { type Component, textIn } from "./content-line";

/** The zones of a calendar. */
export interface Zones {
  /** The zone in which times of UTC are read. */
  readonly own: string | undefined;
  /** What is known of a zone by its name in the calendar: a zone with a usual name, else the name itself. */
  resolve(id: string): string;
}

export function findZones(calendar: Component): Zones {
  const defined = new Map(
    calendar.components
      .filter(({ name }) => name === "VTIMEZONE")
      .map((zone) => [textIn(zone, "TZID") ?? "", usualName(zone)] as const),
  );
  return {
    own: textIn(calendar, "X-WR-TIMEZONE"),
    resolve: (id) => (findZone(id) === undefined ? (defined.get(id) ?? id) : id),
  };
}

/** A zone under a name of its own may say where it is, or has one offset the whole year. */
function usualName(zone: Component): string | undefined {
  const place = textIn(zone, "X-LIC-LOCATION");
  if (place !== undefined && findZone(place) !== undefined) return place;
  const offsets = new Set(zone.components.map((period) => textIn(period, "TZOFFSETTO") ?? ""));
  const [offset = ""] = offsets;
  return offsets.size === 1 && /^[+-]\d{4}/.test(offset) ? offset.slice(0, 5) : undefined;
}
