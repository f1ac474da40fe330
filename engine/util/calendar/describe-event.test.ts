import { describe, expect, test } from "vitest";
import { describeEvent } from "./describe-event";

describe("describeEvent()", () => {
  test("states every field on its own line", () => {
    const text = describeEvent({
      title: "Launch review",
      status: "Cancelled",
      kind: "Focus time",
      start: { kind: "clock", clock: "2026-12-04T14:00", zone: "Europe/Berlin" },
      end: { kind: "clock", clock: "2026-12-04T15:30", zone: "Europe/Berlin" },
      ownZone: "UTC",
      recurrence: { rules: ["FREQ=WEEKLY"] },
      seriesStart: { kind: "day", day: "2026-12-01" },
      location: " Room 4 ",
      conference: ["Video call: https://zoom.example/1"],
      organizer: "Ada Byron",
      attendees: [
        { name: "Ada Byron", answer: "accepted", guests: 1 },
        { name: "Bo Lee", answer: "declined", comment: "on  leave" },
        { name: "Cy Dee", answer: "not-answered", isOptional: true },
        { name: "Di Ek", answer: "tentative" },
        { name: "Ed Fox", answer: "delegated" },
        { name: "Flo", answer: "unknown", isOptional: true },
        { name: "Aurora", answer: "accepted", isResource: true },
        { name: "Projector", answer: "unknown", isResource: true },
      ],
      details: ["Attached: Plan (https://example.com/plan)"],
      description: "Read the plan.",
    });
    expect(text.split("\n\n")).toEqual([
      "Launch review",
      "Status: Cancelled",
      "Kind: Focus time",
      "When: Friday, 4 December 2026, 14:00 – 15:30 (Europe/Berlin); your time: 13:00 – 14:30 (UTC)",
      "Repeats: every week on Tuesday",
      "Where: Room 4",
      "Video call: https://zoom.example/1",
      "Organiser: Ada Byron",
      "With: Ada Byron, Bo Lee, Cy Dee, Di Ek, Ed Fox, Flo (optional)",
      "Accepted: Ada Byron (and 1 guest)",
      "Tentatively accepted: Di Ek",
      "Declined: Bo Lee (“on leave”)",
      "Delegated: Ed Fox",
      "Has not answered: Cy Dee (optional)",
      "Rooms and equipment: Aurora (booked), Projector",
      "Attached: Plan (https://example.com/plan)",
      "Read the plan.",
    ]);
  });

  test("says that a time is missing or cannot be read", () => {
    expect(describeEvent({ title: "Lunch" })).toBe("Lunch\n\nWhen: no time is given");
    const start = { kind: "clock", clock: "noon" } as const;
    expect(describeEvent({ title: "Lunch", start })).toBe("Lunch\n\nWhen: at a time that cannot be read");
  });
});
