import type { SourceDocument } from "../../model/source-document";
import type { Attendee } from "../../util/calendar/describe-attendance";
import { describeEvent } from "../../util/calendar/describe-event";
import { formatWhen } from "../../util/calendar/format-when";
import { parseRecurrence } from "../../util/calendar/parse-recurrence";
import { unreadNote } from "../shared/parse/parse-leniently";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { describeConference } from "./describe-conference";
import { describeKind, describeKindDetails, describeWorkingLocation } from "./describe-kind";
import type { Calendar, CalendarEvent, SeriesEvent } from "./schema";
import { toDescription } from "./to-description";
import { toEventTime } from "./to-event-time";

/** An event with what its text needs to know. */
export interface EventDetails {
  readonly event: CalendarEvent;
  readonly calendar: Calendar;
  /** Parts of the event that could not be read. */
  readonly unread?: readonly string[];
  /** The series it is one of; `unknown` where that cannot be read. */
  readonly series?: SeriesEvent | "unknown" | undefined;
  /** The person's own zone. */
  readonly ownZone?: string | undefined;
}

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

/** Changes whenever the event does. */
export function versionOf({ updated, etag, created }: CalendarEvent): string {
  return updated ?? etag ?? created ?? "unknown";
}

/** Milliseconds since the epoch; the start of an event that does not say when it was changed. */
export function updatedAtOf({ updated, created, start }: CalendarEvent): number {
  const times = [updated, created, "date" in start ? start.date : start.dateTime];
  return times.map((time) => Date.parse(time ?? "")).find((time) => !Number.isNaN(time)) ?? 0;
}

export function toDocument(details: EventDetails): SourceDocument {
  const { event, calendar } = details;
  const guests = (event.attendees ?? []).filter(({ resource }) => resource !== true);
  const people = [...guests, event.organizer].flatMap((person) => nameOf(person) ?? []);
  const author = nameOf(event.organizer);
  const createdAt = Date.parse(event.created ?? "");
  const note = noteOf(details);
  return {
    id: itemIdOf(calendar.id, event.id),
    type: "event",
    title: titleOf(details),
    url: urlOf(event),
    version: versionOf(event),
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people: [...new Set(people)] }),
    container: [calendarName(calendar)],
    ...(!Number.isNaN(createdAt) && { createdAt }),
    updatedAt: updatedAtOf(event),
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: toText(details),
      ...(note !== "" && { note }),
    },
  };
}

/** Google hides everything but the time from people who may not see the details of a private event. */
function isHidden({ event, calendar }: EventDetails): boolean {
  const isPrivate = event.visibility === "private" || event.visibility === "confidential";
  const mayRead = calendar.accessRole === "writer" || calendar.accessRole === "owner";
  return isPrivate && !mayRead && !event.summary && !event.description;
}

function titleOf(details: EventDetails): string {
  return details.event.summary?.trim() || (isHidden(details) ? "Busy" : "(No title)");
}

function noteOf(details: EventDetails): string {
  const { event, unread = [], series } = details;
  return [
    unreadNote(unread),
    ...(isHidden(details) ? ["the event is private, and Google shows only its time"] : []),
    ...(event.attendeesOmitted === true ? ["Google left out some of the guests"] : []),
    ...(series === "unknown" ? ["how the event repeats could not be read"] : []),
  ]
    .filter((sentence) => sentence !== "")
    .join("; ");
}

function toText(details: EventDetails): string {
  const { event, calendar, series, ownZone } = details;
  const known = series === "unknown" ? undefined : series;
  const place = [event.location?.trim(), describeWorkingLocation(event)].filter(Boolean).join("; ");
  return describeEvent({
    title: titleOf(details),
    status: statusOf(event),
    kind: describeKind(event),
    start: toEventTime(event.start, calendar),
    end: event.end && event.endTimeUnspecified !== true ? toEventTime(event.end, calendar) : undefined,
    ownZone,
    recurrence: known?.recurrence ? parseRecurrence(known.recurrence) : undefined,
    seriesStart: known?.start ? toEventTime(known.start, calendar) : undefined,
    location: place,
    conference: describeConference(event),
    organizer: nameOf(event.organizer),
    attendees: (event.attendees ?? []).map(toAttendee),
    details: toDetails(details),
    description: toDescription(event.description),
  });
}

function statusOf({ status }: CalendarEvent): string | undefined {
  if (!status || status === "confirmed") return undefined;
  return status[0]?.toUpperCase() + status.slice(1);
}

type Guest = NonNullable<CalendarEvent["attendees"]>[number];

const ANSWERS: Readonly<Record<string, Attendee["answer"]>> = {
  needsAction: "not-answered",
  declined: "declined",
  tentative: "tentative",
  accepted: "accepted",
};

function toAttendee(guest: Guest): Attendee {
  const { responseStatus, optional, resource, comment, additionalGuests } = guest;
  return {
    name: nameOf(guest) ?? "Somebody without a name",
    answer: ANSWERS[responseStatus ?? ""] ?? "unknown",
    isOptional: optional === true,
    isResource: resource === true,
    ...(comment && { comment }),
    ...(additionalGuests && { guests: additionalGuests }),
  };
}

function toDetails(details: EventDetails): readonly string[] {
  const { event } = details;
  const creator = nameOf(event.creator);
  return [
    ...(creator && creator !== nameOf(event.organizer) ? [`Created by: ${creator}`] : []),
    ...movedFrom(details),
    ...describeKindDetails(event),
    ...(event.visibility === "private" || event.visibility === "confidential" ? ["Visibility: private"] : []),
    ...(event.transparency === "transparent" ? ["Shown as: available"] : []),
    ...(event.attachments ?? []).flatMap(({ title, fileUrl }) => labelledLink("Attached", title, fileUrl)),
    ...labelledLink("Source", event.source?.title, event.source?.url),
  ];
}

/** Where an event of a series was moved, when it would have been. */
function movedFrom({ event, calendar }: EventDetails): readonly string[] {
  if (!event.originalStartTime) return [];
  // Google gives the planned start in the zone of the series, which may be another one.
  const zone = "timeZone" in event.start ? event.start.timeZone : undefined;
  const planned = toEventTime({ ...event.originalStartTime, ...(zone && { timeZone: zone }) }, calendar);
  const [before, now] = [planned, toEventTime(event.start, calendar)].map((start) => formatWhen({ start }));
  return before === undefined || before === now ? [] : [`Moved from: ${before}`];
}

function labelledLink(
  label: string,
  title: string | null | undefined,
  url: string | null | undefined,
): readonly string[] {
  const name = title?.trim() || url;
  if (!name) return [];
  return [`${label}: ${url && url !== name ? `${name} (${url})` : name}`];
}

function nameOf(person: Pick<Guest, "displayName" | "email"> | null | undefined): string | undefined {
  return person?.displayName?.trim() || person?.email || undefined;
}
