import type { DeltaEntry } from "../shared/pull/delta/delta-entry";
import { toMalformedFailure } from "../shared/vendors/google/to-malformed-failure";
import type { TimeWindow } from "./filter";
import { type Calendar, type CalendarEvent, calendarEvent, namedEvent, type When } from "./schema";
import { itemIdOf, urlOf } from "./to-document";

/** An event with its calendar. */
export interface LocatedEvent {
  readonly event: CalendarEvent;
  readonly calendar: Calendar;
}

/** Maps a raw event to an entry; empty when it has no id. */
export function toEntries(
  raw: unknown,
  { calendar, window }: { readonly calendar: Calendar; readonly window: TimeWindow },
): readonly DeltaEntry<LocatedEvent>[] {
  const { data: named } = namedEvent.safeParse(raw);
  if (!named) return [];
  const id = itemIdOf(calendar.id, named.id);
  if (named.status === "cancelled") return [{ kind: "gone", id }];
  const { data: event, error } = calendarEvent.safeParse(raw);
  if (error) {
    const failure = toMalformedFailure({ id, title: named.summary, url: urlOf(named) }, error);
    return [{ kind: "failure", id, failure }];
  }
  if (!isInWindow(event, window)) return [{ kind: "gone", id }];
  return [{ kind: "item", id, item: { event, calendar }, version: event.updated }];
}

function isInWindow({ start, end = start }: CalendarEvent, { from, to }: TimeWindow): boolean {
  return timeOf(end) > from && timeOf(start) < to;
}

/** Milliseconds since the epoch. A day starts in UTC, which is exact enough for a window of months. */
export function timeOf(when: When): number {
  return Date.parse("date" in when ? when.date : when.dateTime);
}
