import type { calendar_v3 } from "@googleapis/calendar";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, calendarEvent } from "./schema";
import { toDocument } from "./to-document";

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
    { email: "mira@example.com" },
    { email: "ada@example.com", displayName: "Ada Byron" },
    { email: "room4@resource.calendar.google.com", displayName: "Room 4", resource: true },
  ],
} satisfies calendar_v3.Schema$Event;

const event = calendarEvent.parse(reply);
const calendar = { id: "mira@example.com", summary: "mira@example.com", summaryOverride: "Mira" };

function getWhenLine(start: CalendarEvent["start"], end?: CalendarEvent["end"]): string | undefined {
  const { content } = toDocument({ ...event, start, end }, calendar);
  return content.kind === "text" ? /^When: (.*)$/m.exec(content.text)?.[1] : undefined;
}

describe("toDocument()", () => {
  test("keeps title, time, place, people, description and link", () => {
    expect(toDocument(event, calendar)).toEqual({
      id: "mira@example.com/abc123",
      type: "event",
      title: "Launch review",
      url: "https://www.google.com/calendar/event?eid=abc",
      version: "2025-01-02T10:00:00.000Z",
      author: "Ada Byron",
      people: ["mira@example.com", "Ada Byron"],
      container: ["Mira"],
      createdAt: Date.UTC(2024, 11, 20, 10),
      updatedAt: Date.UTC(2025, 0, 2, 10),
      content: {
        kind: "text",
        mediaType: "text/markdown",
        text: [
          "Launch review",
          "When: 2025-01-10 09:30 – 10:00 (Europe/Zurich)",
          "Where: Room 4",
          "With: mira@example.com, Ada Byron",
          "Read the plan (https://example.com/plan).\n- Dates\n- Risks",
        ].join("\n\n"),
      },
    });
  });

  test.each([
    ["one day", { date: "2025-01-10" }, { date: "2025-01-11" }, "2025-01-10"],
    ["several days", { date: "2025-01-30" }, { date: "2025-02-02" }, "2025-01-30 – 2025-02-01"],
    ["a day without an end", { date: "2025-01-10" }, undefined, "2025-01-10"],
    ["a moment", { dateTime: "2025-01-10T09:30:00Z" }, undefined, "2025-01-10 09:30"],
    [
      "a night",
      { dateTime: "2025-01-10T22:00:00Z" },
      { dateTime: "2025-01-11T02:00:00Z" },
      "2025-01-10 22:00 – 2025-01-11 02:00",
    ],
  ])("states the time of an event of %s", (_, start, end, line) => {
    expect(getWhenLine(start, end)).toBe(line);
  });

  test("keeps a description without tags unchanged", () => {
    const { content } = toDocument({ ...event, description: "1 < 2 & so on\nNext" }, calendar);
    expect(content.kind === "text" && content.text).toContain("1 < 2 & so on\nNext");
  });

  test("reads only fields of Google's own types", () => {
    expect(asked).toContain("updated");
  });

  test("links to the calendar when the event's link is foreign", () => {
    const { url } = toDocument({ ...event, htmlLink: "https://evil.example/calendar/event" }, calendar);
    expect(url).toBe("https://calendar.google.com/calendar/");
  });
});
