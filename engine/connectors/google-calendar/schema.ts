import * as z from "zod";

/** A day ("2025-03-01"), or a time with its offset. */
const when = z.union([
  z.object({ date: z.iso.date() }),
  z.object({ dateTime: z.iso.datetime({ offset: true }), timeZone: z.string().optional() }),
]);

export type When = z.infer<typeof when>;

const person = z.object({ displayName: z.string().optional(), email: z.string().optional() });

export const calendarEvent = z.object({
  id: z.string(),
  summary: z.string().optional(),
  /** HTML or plain text. */
  description: z.string().optional(),
  location: z.string().optional(),
  htmlLink: z.string().optional(),
  created: z.string().optional(),
  /** Last change of the event itself; reminders do not count. */
  updated: z.iso.datetime({ offset: true }),
  start: when,
  /** Exclusive. */
  end: when.optional(),
  organizer: person.optional(),
  attendees: z.array(person.extend({ resource: z.boolean().optional() })).optional(),
  hangoutLink: z.string().optional(),
});

export type CalendarEvent = z.infer<typeof calendarEvent>;

/** The requested fields; a cancelled event has little more than an id and a status. */
export const EVENT_FIELDS = ["status", ...Object.keys(calendarEvent.shape)].join(",");

/** The fields that identify an event when others cannot be read. */
export const namedEvent = z.object({
  id: z.string(),
  status: z.string().optional().catch(undefined),
  summary: z.string().optional().catch(undefined),
  htmlLink: z.string().optional().catch(undefined),
});

export const eventList = z.object({
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});

export const calendar = z.object({
  id: z.string(),
  summary: z.string().optional(),
  /** The person's own name for it. */
  summaryOverride: z.string().optional(),
  hidden: z.boolean().optional(),
  /** "freeBusyReader" sees only that a time is taken. */
  accessRole: z.string().optional(),
});

export type Calendar = z.infer<typeof calendar>;

export const calendarList = z.object({
  items: z.array(calendar).default([]),
  nextPageToken: z.string().optional(),
});
