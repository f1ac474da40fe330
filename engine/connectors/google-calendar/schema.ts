import * as z from "zod";

const text = z.string().nullish();
const flag = z.boolean().nullish();

/** A day ("2025-03-01"), or a time, which has an offset unless a zone is given. */
const when = z.union([
  z.object({ date: z.iso.date() }),
  z.object({ dateTime: z.iso.datetime({ offset: true, local: true }), timeZone: text }),
]);

export type When = z.infer<typeof when>;

const person = z.object({ displayName: text, email: text });

const attendee = person.extend({
  resource: flag,
  optional: flag,
  responseStatus: text,
  comment: text,
  additionalGuests: z.number().nullish(),
});

const entryPoint = z.object({
  entryPointType: text,
  uri: text,
  label: text,
  regionCode: text,
  ...{ pin: text, accessCode: text, meetingCode: text, passcode: text, password: text },
});

const conferenceData = z.object({
  conferenceSolution: z.object({ name: text }).nullish(),
  entryPoints: z.array(entryPoint).nullish(),
  /** HTML. */
  notes: text,
});

/** How absences and focus times treat other invitations. */
const declining = z.object({ declineMessage: text });

const workingLocation = z.object({
  type: text,
  customLocation: z.object({ label: text }).nullish(),
  officeLocation: z
    .object({ label: text, buildingId: text, floorId: text, floorSectionId: text, deskId: text })
    .nullish(),
});

export const calendarEvent = z.object({
  id: z.string(),
  status: text,
  eventType: text,
  visibility: text,
  transparency: text,
  summary: text,
  /** HTML or plain text. */
  description: text,
  location: text,
  htmlLink: text,
  created: text,
  etag: text,
  /** Last change of the event itself; reminders do not count. */
  updated: z.iso.datetime({ offset: true }).nullish(),
  start: when,
  /** Exclusive. */
  end: when.nullish(),
  endTimeUnspecified: flag,
  /** The series that the event is one of. */
  recurringEventId: text,
  /** When it would be by the series' rule. */
  originalStartTime: when.nullish(),
  creator: person.nullish(),
  organizer: person.nullish(),
  attendees: z.array(attendee).nullish(),
  attendeesOmitted: flag,
  hangoutLink: text,
  conferenceData: conferenceData.nullish(),
  attachments: z.array(z.object({ title: text, fileUrl: text })).nullish(),
  source: z.object({ title: text, url: text }).nullish(),
  outOfOfficeProperties: declining.nullish(),
  focusTimeProperties: declining.extend({ chatStatus: text }).nullish(),
  workingLocationProperties: workingLocation.nullish(),
  birthdayProperties: z.object({ type: text, customTypeName: text }).nullish(),
});

export type CalendarEvent = z.infer<typeof calendarEvent>;
export type ConferenceData = z.infer<typeof conferenceData>;

/** The requested fields; a cancelled event has little more than an id and a status. */
export const EVENT_FIELDS = Object.keys(calendarEvent.shape).join(",");

/** The fields that identify an event when others cannot be read. */
export const namedEvent = z.object({
  id: z.string().min(1),
  status: text.catch(undefined),
  summary: text.catch(undefined),
  htmlLink: text.catch(undefined),
});

/** The event of which the events of a series are times. */
export const seriesEvent = z.object({
  start: when.nullish().catch(undefined),
  /** Lines of RFC 5545: "RRULE:FREQ=WEEKLY;BYDAY=TU". */
  recurrence: z.array(z.string()).nullish(),
});

export type SeriesEvent = z.infer<typeof seriesEvent>;

export const SERIES_FIELDS = Object.keys(seriesEvent.shape).join(",");

export const eventList = z.object({
  items: z
    .array(z.unknown())
    .nullish()
    .transform((items) => items ?? []),
  nextPageToken: z
    .string()
    .nullish()
    .transform((token) => token ?? undefined),
  nextSyncToken: z
    .string()
    .nullish()
    .transform((token) => token ?? undefined),
});

export const calendar = z.object({
  id: z.string(),
  summary: text,
  /** The person's own name for it. */
  summaryOverride: text,
  hidden: flag,
  primary: flag,
  /** "freeBusyReader" sees only that a time is taken. */
  accessRole: text,
  timeZone: text,
});

export type Calendar = z.infer<typeof calendar>;

export const calendarList = z.object({
  items: z
    .array(z.unknown())
    .nullish()
    .transform((items) => items ?? []),
  nextPageToken: z
    .string()
    .nullish()
    .transform((token) => token ?? undefined),
});
