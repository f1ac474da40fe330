import type { SourceDocument } from "../../model/source-document";
import { DAY_MS } from "../../util/durations";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { htmlToText } from "../shared/vendors/google/html-to-text";
import type { Calendar, CalendarEvent, When } from "./schema";

/** The id includes the calendar, because a meeting has the same id in every calendar. */
export function itemIdOf(calendarId: string, eventId: string): string {
  return `${calendarId}/${eventId}`;
}

export function urlOf({ htmlLink }: Pick<CalendarEvent, "htmlLink">): string {
  return sanitiseLink(htmlLink, ["google.com"], "https://calendar.google.com/calendar/");
}

export function calendarName({ id, summary, summaryOverride }: Calendar): string {
  return summaryOverride ?? summary ?? id;
}

export function toDocument(event: CalendarEvent, calendar: Calendar): SourceDocument {
  const attendees = (event.attendees ?? []).filter(({ resource }) => resource !== true);
  const people = [...attendees, event.organizer].flatMap((person) => nameOf(person) ?? []);
  const author = nameOf(event.organizer);
  const createdAt = Date.parse(event.created ?? "");
  return {
    id: itemIdOf(calendar.id, event.id),
    type: "event",
    title: titleOf(event),
    url: urlOf(event),
    version: event.updated,
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people: [...new Set(people)] }),
    container: [calendarName(calendar)],
    ...(!Number.isNaN(createdAt) && { createdAt }),
    updatedAt: Date.parse(event.updated),
    content: { kind: "text", mediaType: "text/markdown", text: toText(event, attendees) },
  };
}

function titleOf({ summary }: CalendarEvent): string {
  return summary?.trim() || "(No title)";
}

type Person = NonNullable<CalendarEvent["organizer"]>;

function toText(event: CalendarEvent, attendees: readonly Person[]): string {
  const { description = "", location, hangoutLink } = event;
  const names = attendees.flatMap((person) => nameOf(person) ?? []);
  const lines = [
    titleOf(event),
    `When: ${formatWhen(event.start, event.end)}`,
    ...(location ? [`Where: ${location}`] : []),
    ...(hangoutLink ? [`Video call: ${hangoutLink}`] : []),
    ...(names.length > 0 ? [`With: ${names.join(", ")}`] : []),
  ];
  const text = /<[a-z][^>]*>/i.test(description)
    ? htmlToText(description, { links: true })
    : description.trim();
  return [lines.join("\n\n"), text].filter(Boolean).join("\n\n");
}

function nameOf(person: Person | undefined): string | undefined {
  return person?.displayName ?? person?.email;
}

/** In the event's own time zone, as in the invitation. */
function formatWhen(start: When, end: When | undefined): string {
  if ("date" in start) return formatDays(start.date, end && "date" in end ? end.date : undefined);
  const zone = start.timeZone === undefined ? "" : ` (${start.timeZone})`;
  const [from, to] = [
    minuteOf(start.dateTime),
    end && "dateTime" in end ? minuteOf(end.dateTime) : undefined,
  ];
  if (to === undefined) return from + zone;
  const [day] = from.split(" ");
  return `${from} – ${to.startsWith(`${day} `) ? to.split(" ")[1] : to}${zone}`;
}

/** "2025-03-01T09:30:00+01:00" as "2025-03-01 09:30". */
function minuteOf(dateTime: string): string {
  return dateTime.slice(0, 16).replace("T", " ");
}

/** The end of an all-day event is the day after its last day. */
function formatDays(first: string, end: string | undefined): string {
  const last = end === undefined ? first : new Date(Date.parse(end) - DAY_MS).toISOString().slice(0, 10);
  return last > first ? `${first} – ${last}` : first;
}
