import { describeEvent } from "../../util/calendar/describe-event";
import type { EventTime } from "../../util/calendar/event-time";
import { formatWhen } from "../../util/calendar/format-when";
import { attendeesOf, personOf } from "./attendees-of-entry";
import { type Component, partsOf, textIn, textOf } from "./content-line";
import { describeAlarms } from "./describe-alarms";
import { descriptionOf } from "./description-of-entry";
import { endOf, timesOf } from "./times-of-entry";
import type { Zones } from "./zones-of-calendar";

export interface DescribeEntryOptions {
  /** The times of a series that are another than its rule says. */
  readonly changed: readonly Component[];
  readonly zones: Zones;
  /** What the calendar was sent for: REQUEST, REPLY, CANCEL. */
  readonly method: string | undefined;
}

/** Writes an event, a task or a note below its title. */
export function describeEntry(
  entry: Component,
  { changed, zones, method }: DescribeEntryOptions,
): { readonly text: string; readonly note?: string } {
  const [start] = [...timesOf(entry, "DTSTART", zones), ...timesOf(entry, "DUE", zones)];
  const title = textIn(entry, "SUMMARY")?.replace(/\s+/g, " ") ?? "(No title)";
  const organizer = entry.lines.find(({ name }) => name === "ORGANIZER");
  const [series] = timesOf(entry, "RECURRENCE-ID", zones);
  const binaries = entry.lines.filter((line) => line.name === "ATTACH" && isBinary(line.value)).length;
  const text = describeEvent({
    title: `# ${title}`,
    start,
    end: endOf(entry, start, zones),
    ownZone: undefined,
    status: statusOf(entry, method),
    kind: kindOf(entry),
    recurrence: {
      rules: valuesOf(entry, "RRULE"),
      dates: timesOf(entry, "RDATE", zones),
      excludedRules: valuesOf(entry, "EXRULE"),
      excludedDates: timesOf(entry, "EXDATE", zones),
    },
    seriesStart: series ?? start,
    location: textIn(entry, "LOCATION"),
    conference: conferenceOf(entry),
    organizer: organizer && personOf(organizer, { withAddress: true }),
    attendees: attendeesOf(entry),
    details: [
      ...changed.map((other) => describeChange(other, { title, zones })),
      ...detailsOf(entry, zones),
      ...describeAlarms(entry),
    ],
    description: descriptionOf(entry),
  });
  const note = `${binaries} attached ${binaries === 1 ? "file is" : "files are"} not read`;
  return { text, ...(binaries > 0 && { note }) };
}

/** "Changed time: Tuesday, 5 May 2026, 10:00 is now Wednesday, 6 May 2026, 11:00 – 12:00; Where: Room B" */
function describeChange(
  entry: Component,
  { title, zones }: { readonly title: string; readonly zones: Zones },
): string {
  const [planned] = timesOf(entry, "RECURRENCE-ID", zones);
  const [start] = timesOf(entry, "DTSTART", zones);
  const was = (planned && whenOf(planned)) ?? "one time";
  if (textIn(entry, "STATUS") === "CANCELLED") return `Cancelled time: ${was}`;
  const now = start && formatWhen({ start, end: endOf(entry, start, zones) });
  const name = textIn(entry, "SUMMARY");
  const facts = [
    now === undefined ? `Changed time: ${was}` : `Changed time: ${was} is now ${now}`,
    ...(name !== undefined && name !== title ? [name] : []),
    ...labelled("Where", textIn(entry, "LOCATION")),
    ...(descriptionOf(entry)?.split(/\s*\n\s*/) ?? []),
  ];
  return facts.join("; ");
}

function whenOf(time: EventTime): string | undefined {
  return formatWhen({ start: time });
}

const STATUSES: Readonly<Record<string, string>> = {
  CANCELLED: "Cancelled",
  TENTATIVE: "Tentative",
  COMPLETED: "Completed",
  "IN-PROCESS": "In progress",
  "NEEDS-ACTION": "Not done",
  DRAFT: "Draft",
};
const METHODS: Readonly<Record<string, string>> = {
  CANCEL: "Cancelled",
  REPLY: "An answer to the invitation",
  COUNTER: "Another time is proposed",
  DECLINECOUNTER: "The proposed time is declined",
};

function statusOf(entry: Component, method: string | undefined): string | undefined {
  const status = STATUSES[textIn(entry, "STATUS")?.toUpperCase() ?? ""];
  const sentFor = METHODS[method?.toUpperCase() ?? ""];
  return [...new Set([sentFor, status])].filter(Boolean).join("; ") || undefined;
}

function kindOf(entry: Component): string | undefined {
  if (entry.name === "VTODO") return "Task";
  if (entry.name === "VJOURNAL") return "Note";
  return textIn(entry, "X-MICROSOFT-CDO-BUSYSTATUS") === "OOF" ? "Out of office" : undefined;
}

/** The properties in which calendar programs keep the address of a call. */
function conferenceOf({ lines }: Component): readonly string[] {
  const calls = lines.filter(({ name }) =>
    /^(?:CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-(?:SKYPETEAMSMEETINGURL|ONLINEMEETING\w*)|X-ZOOM-\w*URL)$/.test(
      name,
    ),
  );
  const labels = calls.map((line) => {
    const label = line.parameters.get("LABEL");
    return `${label ? `Call (${label})` : "Call"}: ${textOf(line)}`;
  });
  return [...new Set(labels)].filter((line) => /:\/\/|tel:|sip:/.test(line));
}

function detailsOf(entry: Component, zones: Zones): readonly string[] {
  const { lines } = entry;
  const [due] = timesOf(entry, "DTSTART", zones).length > 0 ? timesOf(entry, "DUE", zones) : [];
  const [done] = timesOf(entry, "COMPLETED", zones);
  const percent = textIn(entry, "PERCENT-COMPLETE");
  const attached = lines.filter(({ name, value }) => name === "ATTACH" && !isBinary(value));
  const listed = (name: string) =>
    lines.filter((line) => line.name === name).flatMap((line) => partsOf(line, ","));
  return [
    ...labelled("Due", due && whenOf(due)),
    ...labelled("Done", done ? whenOf(done) : percent && `${percent} %`),
    ...labelled("Categories", listed("CATEGORIES").join(", ")),
    ...labelled("Resources", listed("RESOURCES").join(", ")),
    ...lines.filter(({ name }) => name === "CONTACT").flatMap((line) => labelled("Contact", textOf(line))),
    ...lines.filter(({ name }) => name === "COMMENT").flatMap((line) => labelled("Comment", textOf(line))),
    ...labelled("Link", textIn(entry, "URL")),
    ...attached.map((line) => {
      const name = line.parameters.get("FILENAME") ?? line.parameters.get("X-FILENAME");
      return name ? `Attached: ${name} (${line.value})` : `Attached: ${line.value}`;
    }),
  ];
}

function isBinary(value: string): boolean {
  return !/^\s*[a-z][a-z\d+.-]*:/i.test(value);
}

function labelled(label: string, value: string | undefined): readonly string[] {
  return value ? [`${label}: ${value}`] : [];
}

/** Rules keep their separators. */
function valuesOf({ lines }: Component, name: string): readonly string[] {
  return lines.filter((line) => line.name === name).map(({ value }) => value);
}
