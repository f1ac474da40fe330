import { type Attendee, describeAttendance } from "./describe-attendance";
import { describeRecurrence, type Recurrence } from "./describe-recurrence";
import type { EventTime } from "./event-time";
import { formatWhen } from "./format-when";

/** What a calendar shows of an event, in no vendor's terms. */
export interface CalendarEventFields {
  readonly title: string;
  readonly start?: EventTime | undefined;
  /** Exclusive. */
  readonly end?: EventTime | undefined;
  /** The person's own zone. */
  readonly ownZone?: string | undefined;
  /** In words: "Cancelled", "Tentative". */
  readonly status?: string | undefined;
  /** In words, where it is no usual event: "Out of office". */
  readonly kind?: string | undefined;
  readonly recurrence?: Recurrence | undefined;
  /** First start of the series, where the event is one of its times; `start` when absent. */
  readonly seriesStart?: EventTime | undefined;
  readonly location?: string | undefined;
  /** Ways to join, each with its label: "Video call: https://…", "Phone: +41 …". */
  readonly conference?: readonly string[];
  readonly organizer?: string | undefined;
  readonly attendees?: readonly Attendee[];
  /** Further lines: "Attached: Plan (https://…)". */
  readonly details?: readonly string[];
  readonly description?: string | undefined;
}

/** The text of an event's document: one paragraph for each fact, then the description. */
export function describeEvent(event: CalendarEventFields): string {
  const { start, end, ownZone, recurrence, seriesStart = start } = event;
  const when = start
    ? (formatWhen({ start, end, ownZone }) ?? "at a time that cannot be read")
    : "no time is given";
  const repeats = recurrence && describeRecurrence(recurrence, seriesStart);
  return [
    event.title,
    labelled("Status", event.status),
    labelled("Kind", event.kind),
    labelled("When", when),
    labelled("Repeats", repeats),
    labelled("Where", event.location),
    ...(event.conference ?? []),
    labelled("Organiser", event.organizer),
    ...describeAttendance(event.attendees ?? []),
    ...(event.details ?? []),
    event.description,
  ]
    .map((line) => line?.trim() ?? "")
    .filter((line) => line !== "")
    .join("\n\n");
}

function labelled(label: string, value: string | undefined): string {
  return value?.trim() ? `${label}: ${value.trim()}` : "";
}
