import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

const calendar = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: readonly string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");
const paragraphs = async (text: string, name = "plan.ics") =>
  (await convert(sourceFile(name, text))).text.split("\n\n");

describe("convert() of a calendar", () => {
  it("writes an event as a person reads it", async () => {
    const text = event(
      "UID:1",
      "SUMMARY:Crane\\, yearly\\ncheck",
      "DTSTART;TZID=Asia/Seoul:20260707T083000",
      "DURATION:PT1H",
      "LOCATION:Slip 4",
      'ORGANIZER;CN="Byron, Ada":mailto:ada@example.com',
      "ATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Lind:mailto:bo@example.com",
      "ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=OPT-PARTICIPANT:mailto:cy@exam",
      " ple.com",
      "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED;CN=Aurora:mailto:aurora@example.com",
      "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example.com/1",
      "ATTACH;FILENAME=plan.pdf:https://example.com/plan.pdf",
      "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",
      "CATEGORIES:Yard,Safety",
      "DESCRIPTION:Bring <b>gloves</b>.<br>And the log.",
      "BEGIN:VALARM",
      "TRIGGER:-PT15M",
      "END:VALARM",
    );
    const { title, note } = await convert(sourceFile("plan.ics", text));
    expect([title, note]).toEqual(["Crane, yearly\ncheck", "1 attached file is not read"]);
    expect(await paragraphs(text)).toEqual([
      "# Crane, yearly check",
      "When: Tuesday, 7 July 2026, 08:30 – 09:30 (Asia/Seoul)",
      "Where: Slip 4",
      "Call: https://teams.example.com/1",
      "Organiser: Byron, Ada (ada@example.com)",
      "With: Bo Lind, cy@example.com",
      "Accepted: Bo Lind",
      "Has not answered: cy@example.com (optional)",
      "Room: Aurora (booked)",
      "Categories: Yard, Safety",
      "Attached: plan.pdf (https://example.com/plan.pdf)",
      "Reminder: 15 minutes before",
      "Bring **gloves**.  \nAnd the log.",
    ]);
  });

  it("writes a series with the times that were left out, moved and cancelled", async () => {
    const text = calendar(
      "BEGIN:VEVENT",
      "UID:1",
      "SUMMARY:Rowing",
      "DTSTART;TZID=W. Europe Standard Time:20260505T100000",
      "DTEND;TZID=W. Europe Standard Time:20260505T110000",
      "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5",
      "EXDATE;TZID=W. Europe Standard Time:20260512T100000",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:1",
      "SUMMARY:Rowing",
      "RECURRENCE-ID;TZID=W. Europe Standard Time:20260519T100000",
      "DTSTART;TZID=W. Europe Standard Time:20260520T120000",
      "LOCATION:Pier 2",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:1",
      "RECURRENCE-ID;TZID=W. Europe Standard Time:20260526T100000",
      "STATUS:CANCELLED",
      "END:VEVENT",
    );
    expect(await paragraphs(text)).toEqual([
      "# Rowing",
      "When: Tuesday, 5 May 2026, 10:00 – 11:00 (Europe/Berlin)",
      "Repeats: every week on Tuesday, 5 times, except on Tuesday, 12 May 2026",
      "Changed time: Tuesday, 19 May 2026, 10:00 (Europe/Berlin) is now Wednesday, 20 May 2026, 12:00 (Europe/Berlin); Where: Pier 2",
      "Cancelled time: Tuesday, 26 May 2026, 10:00 (Europe/Berlin)",
    ]);
  });

  it("counts the last day of an event of several days, and says that one is cancelled", async () => {
    const text = event(
      "SUMMARY:Fair",
      "DTSTART;VALUE=DATE:20261203",
      "DTEND;VALUE=DATE:20261206",
      "STATUS:CANCELLED",
    );
    expect(await paragraphs(text)).toEqual([
      "# Fair",
      "Status: Cancelled",
      "When: Thursday, 3 December 2026 – Saturday, 5 December 2026 (all day)",
    ]);
  });

  it("reads UTC in the calendar's zone, and a zone of its own by its place or offset", async () => {
    const own = calendar(
      "X-WR-TIMEZONE:Europe/Oslo",
      "BEGIN:VEVENT",
      "SUMMARY:A",
      "DTSTART:20260110T090000Z",
      "END:VEVENT",
    );
    expect(await paragraphs(own)).toContain("When: Saturday, 10 January 2026, 10:00 (Europe/Oslo)");
    const zone = (...lines: readonly string[]) =>
      calendar(
        ...["BEGIN:VTIMEZONE", "TZID:Home", ...lines, "END:VTIMEZONE"],
        ...["BEGIN:VEVENT", "SUMMARY:A", "DTSTART;TZID=Home:20260110T090000", "END:VEVENT"],
      );
    expect(await paragraphs(zone("X-LIC-LOCATION:Asia/Tokyo"))).toContain(
      "When: Saturday, 10 January 2026, 09:00 (Asia/Tokyo)",
    );
    expect(await paragraphs(zone("BEGIN:STANDARD", "TZOFFSETTO:+0530", "END:STANDARD"))).toContain(
      "When: Saturday, 10 January 2026, 09:00 (UTC+05:30)",
    );
  });

  it("reads tasks, counts entries of other kinds, and recognises a calendar by its content", async () => {
    const text = calendar(
      ...["BEGIN:VTODO", "SUMMARY:Paint", "DUE;VALUE=DATE:20260110", "STATUS:NEEDS-ACTION", "END:VTODO"],
      ...["BEGIN:VFREEBUSY", "END:VFREEBUSY"],
    );
    const { text: written, note } = await convert(sourceFile("export", text));
    expect(written).toBe(
      "# Paint\n\nStatus: Not done\n\nKind: Task\n\nWhen: Saturday, 10 January 2026 (all day)",
    );
    expect(note).toBe("1 entry of another kind is not read");
  });

  it("joins a line of very many pieces", async () => {
    const text = event("SUMMARY:Log", `DESCRIPTION:a${"\r\n b".repeat(400_000)}`);
    expect((await convert(sourceFile("a.ics", text))).text).toHaveLength(
      "# Log\n\nWhen: no time is given\n\n".length + 400_001,
    );
  });

  it("names the fault of a file without a calendar", async () => {
    await expect(convert(sourceFile("a.ics", "hello"))).rejects.toMatchObject({ code: "read-item" });
  });
});
