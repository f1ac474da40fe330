import { parseLeniently } from "../shared/parse/parse-leniently";
import type { DeltaEntry } from "../shared/pull/delta/delta-entry";
import { toMalformedFailure } from "../shared/vendors/google/to-malformed-failure";
import type { TimeWindow } from "./filter";
import { type Calendar, type CalendarEvent, calendarEvent, namedEvent, type When } from "./schema";
import { type EventDetails, itemIdOf, urlOf, versionOf } from "./to-document";

/** An event with its calendar. */
export type LocatedEvent = Pick<EventDetails, "event" | "calendar" | "unread">;

/** Maps a raw event to an entry. */
export function toEntry(
  raw: unknown,
  { calendar, window }: { readonly calendar: Calendar; readonly window: TimeWindow },
): DeltaEntry<LocatedEvent> {
  const { data: named, error: unnamed } = namedEvent.safeParse(raw);
  if (unnamed) {
    const id = itemIdOf(calendar.id, "");
    const event = { id, title: "Event without an id", url: urlOf({}) };
    return { kind: "failure", id, failure: toMalformedFailure(event, unnamed) };
  }
  const id = itemIdOf(calendar.id, named.id);
  if (named.status === "cancelled") return { kind: "gone", id };
  const { data: event, unread, error } = parseLeniently(calendarEvent, raw);
  if (error) {
    const failure = toMalformedFailure({ id, title: named.summary ?? named.id, url: urlOf(named) }, error);
    return { kind: "failure", id, failure };
  }
  if (!isInWindow(event, window)) return { kind: "gone", id };
  return { kind: "item", id, item: { event, calendar, unread }, version: versionOf(event) };
}

function isInWindow({ start, end }: CalendarEvent, { from, to }: TimeWindow): boolean {
  return timeOf(end ?? start) > from && timeOf(start) < to;
}

/** Milliseconds since the epoch. A day starts in UTC, which is exact enough for a window of months. */
export function timeOf(when: When): number {
  return Date.parse("date" in when ? when.date : when.dateTime);
}
