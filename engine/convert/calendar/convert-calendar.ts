import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText } from "../../model/document";
import { type Component, textIn } from "./content-line";
import { describeEntry } from "./describe-entry";
import { parseComponents } from "./parse-components";
import { findZones, type Zones } from "./zones-of-calendar";

/** Entries that a person reads. */
const ENTRIES = new Set(["VEVENT", "VTODO", "VJOURNAL"]);

/** Converts a calendar: every event, task and note below its title, in the clock of its own zone. */
export function convertCalendar(text: string): ConvertedText {
  const calendars = parseComponents(text).filter(({ name }) => name === "VCALENDAR");
  if (calendars.length === 0) throw new ReadItemError("Cannot read the calendar: it has no calendar in it");
  const sections: string[] = [];
  const notes: string[] = [];
  let title: string | undefined;
  for (const calendar of calendars) {
    const zones = findZones(calendar);
    const entries = calendar.components.filter(({ name }) => ENTRIES.has(name));
    const described = groupBySeries(entries).map((series) => describeSeries(series, { calendar, zones }));
    sections.push(...introduction(calendar), ...described.map(({ text: section }) => section));
    notes.push(...described.flatMap(({ note }) => note ?? []), ...unreadOf(calendar));
    title ??= textIn(calendar, "X-WR-CALNAME") ?? textIn(calendar, "NAME") ?? titleOf(entries);
  }
  return {
    ...{ text: sections.join("\n\n"), format: "markdown" },
    ...(title && { title }),
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
}

/** An event with the times of it that were changed. */
interface Series {
  readonly main: Component;
  readonly changed: Component[];
}

/** Entries of one id belong together: the series, and each time of it that is another than the rule says. */
function groupBySeries(entries: readonly Component[]): readonly Series[] {
  const series = new Map<string, Series>();
  const isChanged = (entry: Component) => textIn(entry, "RECURRENCE-ID") !== undefined;
  const all: Series[] = [];
  for (const entry of entries) {
    if (isChanged(entry)) continue;
    const one = { main: entry, changed: [] };
    all.push(one);
    const id = textIn(entry, "UID");
    if (id !== undefined) series.set(id, one);
  }
  for (const entry of entries.filter(isChanged)) {
    const known = series.get(textIn(entry, "UID") ?? "");
    if (known) known.changed.push(entry);
    else all.push({ main: entry, changed: [] });
  }
  return all;
}

function describeSeries(
  { main, changed }: Series,
  { calendar, zones }: { readonly calendar: Component; readonly zones: Zones },
): { readonly text: string; readonly note?: string } {
  return describeEntry(main, { changed, zones, method: textIn(calendar, "METHOD") });
}

function introduction(calendar: Component): readonly string[] {
  const description = textIn(calendar, "X-WR-CALDESC") ?? textIn(calendar, "DESCRIPTION");
  return description ? [description] : [];
}

function titleOf([only, ...others]: readonly Component[]): string | undefined {
  return only && others.length === 0 ? textIn(only, "SUMMARY") : undefined;
}

function unreadOf({ components }: Component): readonly string[] {
  const count = components.filter(({ name }) => name !== "VTIMEZONE" && !ENTRIES.has(name)).length;
  if (count === 0) return [];
  return [
    count === 1 ? "1 entry of another kind is not read" : `${count} entries of other kinds are not read`,
  ];
}
