import type { calendar_v3 } from "@googleapis/calendar";
import { describe, expect, test } from "vitest";
import { parseRecurrence } from "../../util/calendar/parse-recurrence";
import { type Calendar, type CalendarEvent, calendarEvent } from "./schema";
import { type EventDetails, toDocument } from "./to-document";

/** Checked against Google's types, so that every field read exists at Google. */
const asked: readonly (keyof calendar_v3.Schema$Event)[] = calendarEvent.keyof().options;

const reply = {
  id: "abc123",
  status: "confirmed",
  summary: "Launch review",
  description:
    'Read the <a href="https://example.com/plan">plan</a>.<br><ul><li>Dates</li><li>Risks</li></ul>',
  location: "Room 4",
  htmlLink: "https://www.google.com/calendar/event?eid=abc",
  created: "2024-12-20T10:00:00.000Z",
  updated: "2025-01-02T10:00:00.000Z",
  start: { dateTime: "2025-01-10T09:30:00+01:00", timeZone: "Europe/Zurich" },
  end: { dateTime: "2025-01-10T10:00:00+01:00", timeZone: "Europe/Zurich" },
  organizer: { email: "ada@example.com", displayName: "Ada Byron" },
  attendees: [
    { email: "mira@example.com", responseStatus: "needsAction", optional: true },
    { email: "ada@example.com", displayName: "Ada Byron", responseStatus: "accepted", additionalGuests: 2 },
    { email: "bo@example.com", displayName: "Bo Lee", responseStatus: "declined", comment: "On leave" },
    { email: "cy@example.com", displayName: "Cy Dee", responseStatus: "tentative" },
    {
      email: "room4@resource.example.com",
      displayName: "Room 4",
      resource: true,
      responseStatus: "accepted",
    },
  ],
} satisfies calendar_v3.Schema$Event;

const event = calendarEvent.parse(reply);
const calendar: Calendar = { id: "mira@example.com", summary: "mira@example.com", summaryOverride: "Mira" };

/** The document's text with these fields of the event. */
function textOf(fields: calendar_v3.Schema$Event, details: Partial<EventDetails> = {}): string {
  const { content } = toDocument({
    calendar,
    ...details,
    event: calendarEvent.parse({ ...reply, ...fields }),
  });
  return content.kind === "text" ? content.text : "";
}

/** The value of a line of the text. */
function lineOf(label: string, fields: calendar_v3.Schema$Event, details?: Partial<EventDetails>) {
  return new RegExp(`^${label}: (.*)$`, "m").exec(textOf(fields, details))?.[1];
}

describe("toDocument()", () => {
  test("keeps title, time, place, people, description and link", () => {
    expect(toDocument({ event, calendar })).toEqual({
      id: "mira@example.com/abc123",
      type: "event",
      title: "Launch review",
      url: "https://www.google.com/calendar/event?eid=abc",
      version: "2025-01-02T10:00:00.000Z",
      author: "Ada Byron",
      people: ["mira@example.com", "Ada Byron", "Bo Lee", "Cy Dee"],
      container: ["Mira"],
      createdAt: Date.UTC(2024, 11, 20, 10),
      updatedAt: Date.UTC(2025, 0, 2, 10),
      content: {
        kind: "text",
        mediaType: "text/markdown",
        text: [
          "Launch review",
          "When: Friday, 10 January 2025, 09:30 – 10:00 (Europe/Zurich)",
          "Where: Room 4",
          "Organiser: Ada Byron",
          "With: mira@example.com, Ada Byron, Bo Lee, Cy Dee",
          "Accepted: Ada Byron (and 2 guests)",
          "Tentatively accepted: Cy Dee",
          "Declined: Bo Lee (“On leave”)",
          "Has not answered: mira@example.com (optional)",
          "Room: Room 4 (booked)",
          "Read the plan (https://example.com/plan).\n- Dates\n- Risks",
        ].join("\n\n"),
      },
    });
  });

  test.each<[string, calendar_v3.Schema$EventDateTime, calendar_v3.Schema$EventDateTime | undefined, string]>(
    [
      ["one day", { date: "2025-01-10" }, { date: "2025-01-11" }, "Friday, 10 January 2025 (all day)"],
      [
        "several days",
        { date: "2025-01-30" },
        { date: "2025-02-02" },
        "Thursday, 30 January 2025 – Saturday, 1 February 2025 (all day)",
      ],
      ["a day without an end", { date: "2025-01-10" }, undefined, "Friday, 10 January 2025 (all day)"],
      [
        "another zone than the calendar's, which the offset is of",
        { dateTime: "2023-07-25T16:00:00+02:00", timeZone: "America/Toronto" },
        { dateTime: "2023-07-25T17:00:00+02:00", timeZone: "America/Toronto" },
        "Tuesday, 25 July 2023, 10:00 – 11:00 (America/Toronto)",
      ],
      [
        "two zones",
        { dateTime: "2026-07-07T07:30:00+08:00", timeZone: "Asia/Seoul" },
        { dateTime: "2026-07-07T19:00:00+08:00", timeZone: "Europe/Paris" },
        "Tuesday, 7 July 2026, 08:30 (Asia/Seoul) – Tuesday, 7 July 2026, 13:00 (Europe/Paris)",
      ],
      ["no zone", { dateTime: "2025-01-10T09:30:00Z" }, undefined, "Friday, 10 January 2025, 09:30 (UTC)"],
      [
        "an offset without a zone",
        { dateTime: "2025-01-10T09:30:00+05:30" },
        undefined,
        "Friday, 10 January 2025, 09:30 (UTC+05:30)",
      ],
      [
        "a zone without an offset",
        { dateTime: "2025-01-10T09:30:00", timeZone: "Europe/Zurich" },
        undefined,
        "Friday, 10 January 2025, 09:30 (Europe/Zurich)",
      ],
      [
        "an unknown zone",
        { dateTime: "2025-01-10T09:30:00+01:00", timeZone: "Mars/Base" },
        undefined,
        "Friday, 10 January 2025, 09:30 (UTC+01:00)",
      ],
      [
        "a night",
        { dateTime: "2025-01-10T22:00:00Z" },
        { dateTime: "2025-01-11T02:00:00Z" },
        "Friday, 10 January 2025, 22:00 – Saturday, 11 January 2025, 02:00 (UTC)",
      ],
    ],
  )("states the time of an event of %s", (_, start, end, line) => {
    expect(lineOf("When", { start, ...(end ? { end } : { endTimeUnspecified: true }) })).toBe(line);
  });

  test("reads a time without a zone in that of the calendar, and adds the person's own", () => {
    const start = { dateTime: "2025-01-10T09:30:00+09:00" };
    const details = { calendar: { ...calendar, timeZone: "Asia/Seoul" }, ownZone: "Europe/Zurich" };
    expect(lineOf("When", { start, endTimeUnspecified: true }, details)).toBe(
      "Friday, 10 January 2025, 09:30 (Asia/Seoul); your time: 01:30 (Europe/Zurich)",
    );
  });

  test("says how the series repeats, by the start of the series", () => {
    const recurrence = ["RRULE:FREQ=WEEKLY;UNTIL=20250301T000000Z", "EXDATE;VALUE=DATE:20250117"];
    const series = {
      recurrence,
      start: { dateTime: "2025-01-09T09:30:00+01:00", timeZone: "Europe/Zurich" },
    };
    expect(parseRecurrence(recurrence).rules).toHaveLength(1);
    expect(lineOf("Repeats", {}, { series })).toBe(
      "every week on Thursday, until Saturday, 1 March 2025, except on Friday, 17 January 2025",
    );
    const { content } = toDocument({ event, calendar, series: "unknown" });
    expect(content.note).toBe("how the event repeats could not be read");
  });

  test("says from when an event of a series was moved", () => {
    const originalStartTime = { dateTime: "2025-01-09T09:30:00+01:00", timeZone: "Europe/Zurich" };
    expect(lineOf("Moved from", { originalStartTime })).toBe(
      "Thursday, 9 January 2025, 09:30 (Europe/Zurich)",
    );
    expect(lineOf("Moved from", { originalStartTime: reply.start })).toBeUndefined();
  });

  test.each<[string, calendar_v3.Schema$Event, readonly string[]]>([
    [
      "an absence",
      { eventType: "outOfOffice", outOfOfficeProperties: { declineMessage: "Back on Monday" } },
      ["Kind: Out of office", "Answer to invitations: Back on Monday"],
    ],
    [
      "focus time",
      { eventType: "focusTime", focusTimeProperties: { chatStatus: "doNotDisturb" } },
      ["Kind: Focus time", "Chat: do not disturb"],
    ],
    [
      "a working location at home",
      {
        eventType: "workingLocation",
        location: null,
        workingLocationProperties: { type: "homeOffice", homeOffice: {} },
      },
      ["Kind: Working location", "Where: Home"],
    ],
    [
      "a working location in an office",
      {
        ...{ eventType: "workingLocation", location: null },
        workingLocationProperties: {
          type: "officeLocation",
          officeLocation: {
            label: "Zurich",
            buildingId: "B2",
            floorId: "3",
            floorSectionId: "East",
            deskId: "12",
          },
        },
      },
      ["Where: Zurich, building B2, floor 3, section East, desk 12"],
    ],
    [
      "a working location elsewhere",
      {
        ...{ eventType: "workingLocation", location: null },
        workingLocationProperties: { type: "customLocation", customLocation: { label: "Library" } },
      },
      ["Where: Library"],
    ],
    [
      "a special day",
      { eventType: "birthday", birthdayProperties: { type: "custom", customTypeName: "Name day" } },
      ["Kind: Name day"],
    ],
    ["a birthday", { eventType: "birthday" }, ["Kind: Birthday"]],
    ["an event from a mail", { eventType: "fromGmail" }, ["Kind: Added from a mail in Gmail"]],
    ["a type that is new", { eventType: "siesta" }, ["Kind: siesta"]],
    ["a tentative event", { status: "tentative" }, ["Status: Tentative"]],
    ["an event that blocks no time", { transparency: "transparent" }, ["Shown as: available"]],
    ["a private event", { visibility: "private" }, ["Visibility: private", "Where: Room 4"]],
    ["who created it", { creator: { email: "di@example.com" } }, ["Created by: di@example.com"]],
    [
      "attached documents and the source",
      {
        attachments: [
          { title: "Plan", fileUrl: "https://docs.google.com/document/d/1" },
          { fileUrl: "https://example.com/a" },
          { title: "Minutes" },
          {},
        ],
        source: { title: "Ticket", url: "https://example.com/t" },
      },
      [
        "Attached: Plan (https://docs.google.com/document/d/1)",
        "Attached: https://example.com/a",
        "Attached: Minutes",
        "Source: Ticket (https://example.com/t)",
      ],
    ],
  ])("says %s", (_, fields, lines) => {
    expect(textOf(fields).split("\n\n")).toEqual(expect.arrayContaining([...lines]));
  });

  test("says that the details of a private event are hidden", () => {
    const { id, updated, start } = reply;
    const hidden = calendarEvent.parse({ id, updated, start, visibility: "private" });
    const document = toDocument({ event: hidden, calendar: { ...calendar, accessRole: "reader" } });
    expect(document.title).toBe("Busy");
    expect(document.content.note).toBe("the event is private, and Google shows only its time");
  });

  test("names guests that Google leaves out and parts that could not be read", () => {
    const { content } = toDocument({
      event: { ...event, attendeesOmitted: true },
      calendar,
      unread: ["source"],
    });
    expect(content.note).toBe("1 part could not be read: source; Google left out some of the guests");
  });

  test("reads an event in which everything optional is null", () => {
    const { id, start } = reply;
    const absent = Object.fromEntries(asked.map((field) => [field, null]));
    const bare = calendarEvent.parse({ ...absent, id, start });
    expect(toDocument({ event: bare, calendar })).toMatchObject({
      title: "(No title)",
      version: "unknown",
      updatedAt: Date.parse(start.dateTime),
    });
  });

  test("reads only fields of Google's own types", () => {
    expect(asked).toContain("updated");
  });

  test("links to the calendar when the event's link is foreign", () => {
    const foreign: CalendarEvent = { ...event, htmlLink: "https://evil.example/calendar/event" };
    expect(toDocument({ event: foreign, calendar }).url).toBe("https://calendar.google.com/calendar/");
  });
});
