import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { testService } from "../../testing/suites/test-service";
import { DAY_MS } from "../../util/durations";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { googleCalendar } from ".";
import { createFakeCalendar } from "./testing/fake-calendar";

testService(googleCalendar, createFakeCalendar);

const createFixture = (settings: Settings = {}) =>
  createGoogleFixture(googleCalendar, createFakeCalendar, { settings });

const MINE = "mira@example.com";
const TEAM = "team@group.calendar.google.com";
const { signal } = new AbortController();

const eventOn = (day: string, id = `on${day.replaceAll("-", "")}`) => ({
  id,
  summary: `Event on ${day}`,
  updated: "2024-12-31T00:00:00.000Z",
  start: { date: day },
});

describe("Google Calendar", () => {
  test("reads every calendar on the list under the person's name for it, except automatic ones", async () => {
    const { vendor, pull, documents } = await createFixture();
    const holidays = "en.ch#holiday@group.v.calendar.google.com";
    vendor.calendars.push(
      { id: holidays, summary: "Holidays", accessRole: "reader" },
      { id: "busy@example.com", summary: "Bo", accessRole: "freeBusyReader" },
      { id: "old@example.com", summary: "Old", hidden: true, accessRole: "owner" },
    );
    for (const { id } of vendor.calendars) vendor.put(id ?? "", eventOn("2025-02-01"));
    await pull();
    expect((await documents()).map(({ container }) => container?.[0]).sort()).toEqual(["Mira", "Team"]);
  });

  test("reads only the chosen calendars, including automatic and hidden ones", async () => {
    const { vendor, pull, documents } = await createFixture({ calendars: "old, TEAM" });
    vendor.calendars.push({ id: "old@example.com", summary: "Old", hidden: true, accessRole: "owner" });
    for (const { id } of vendor.calendars) vendor.put(id ?? "", eventOn("2025-02-01"));
    await pull();
    expect((await documents()).map(({ container }) => container?.[0]).sort()).toEqual(["Old", "Team"]);
  });

  test("deletes the events of a calendar that was removed from the list", async () => {
    const { vendor, pull, ledgerIds } = await createFixture();
    const mine = vendor.put(MINE, eventOn("2025-02-01"));
    vendor.put(TEAM, eventOn("2025-02-01"));
    await pull();
    vendor.calendars.pop();
    await pull();
    expect(await ledgerIds()).toEqual([mine]);
  });

  test("moves its window with the time", async () => {
    const { vendor, clock, pass, ledgerIds } = await createFixture({ daysBack: 10, daysAhead: 20 });
    const [past, soon, later] = ["2024-12-25", "2025-01-15", "2025-01-25"].map((day) =>
      vendor.put(MINE, eventOn(day)),
    );
    await pass();
    expect(await ledgerIds()).toEqual([past, soon]);
    clock.advance(7 * DAY_MS);
    await pass();
    expect(await ledgerIds()).toEqual([soon, later]);
  });

  test("deletes an event that was moved beyond its window", async () => {
    const { vendor, pull, ledgerIds } = await createFixture({ daysAhead: 20 });
    const id = vendor.put(MINE, eventOn("2025-01-15", "review"));
    await pull();
    expect(await ledgerIds()).toEqual([id]);
    vendor.put(MINE, eventOn("2025-03-15", "review"));
    await pull();
    expect(await ledgerIds()).toEqual([]);
  });

  test("requests changes with the token alone, and events of every type", async () => {
    const { vendor, pull } = await createFixture();
    vendor.create("quartz");
    await pull();
    const lists = vendor.requests.filter(({ pathname }) => pathname.endsWith("/events"));
    const changes = lists.filter(({ searchParams }) => searchParams.has("syncToken"));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.some(({ searchParams }) => searchParams.has("timeMin"))).toBe(false);
    expect(lists.some(({ searchParams }) => searchParams.has("eventTypes"))).toBe(false);
  });

  test("reads a time in the zone of the event, and how its series repeats once for all its times", async () => {
    const { vendor, pull, documents } = await createFixture();
    const at = (day: number, hour: number) => ({
      dateTime: `2025-02-0${day}T${hour}:00:00Z`,
      timeZone: "America/Toronto",
    });
    const updated = "2024-12-31T00:00:00.000Z";
    const series = { start: at(4, 15), end: at(4, 16), recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] };
    vendor.put(TEAM, { id: "standup", summary: "Stand-up", updated, ...series });
    for (const day of [4, 5, 6]) {
      const times = { start: at(day, 15), end: at(day, 16), originalStartTime: at(day, 15) };
      vendor.put(TEAM, {
        id: `standup_${day}`,
        summary: "Stand-up",
        updated,
        recurringEventId: "standup",
        ...times,
      });
    }
    await pull();
    const texts = (await documents()).map(({ content }) => (content.kind === "text" ? content.text : ""));
    expect(texts).toHaveLength(3);
    expect(texts[0]).toBe(
      "Stand-up\n\nWhen: Tuesday, 4 February 2025, 10:00 – 11:00 (America/Toronto); your time: 16:00 – 17:00 (Europe/Zurich)\n\nRepeats: every day, 3 times",
    );
    expect(vendor.requests.filter(({ pathname }) => pathname.endsWith("/standup"))).toHaveLength(1);
  });

  test("says where it cannot read how a series repeats", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.put(MINE, { ...eventOn("2025-02-01"), recurringEventId: "gone" });
    await pull();
    expect((await documents())[0]?.content.note).toBe("how the event repeats could not be read");
  });

  test("shows the time of a private event whose details Google hides", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.put(TEAM, { ...eventOn("2025-02-01"), visibility: "private" });
    await pull();
    expect(await documents()).toMatchObject([
      { title: "Busy", content: { note: expect.stringContaining("private") } },
    ]);
  });

  test("reads the events nearest to now first", async () => {
    const { vendor, connector } = await createFixture({ daysBack: 300, daysAhead: 900 });
    for (const day of ["2024-06-01", "2025-01-03", "2025-06-01"]) vendor.put(TEAM, eventOn(day));
    const found = await connector().search?.({ text: "event on", limit: 2 }, signal);
    expect(found?.map(({ title }) => title)).toEqual(["Event on 2025-01-03", "Event on 2025-06-01"]);
  });

  test.each(["many", "", 1e12, -5])("accepts %j days back and ahead", async (days) => {
    const { vendor, pull, ledgerIds } = await createFixture({ daysBack: days, daysAhead: days });
    const today = vendor.put(MINE, {
      ...eventOn("2025-01-01"),
      start: { dateTime: "2024-12-31T23:00:00Z" },
      end: { dateTime: "2025-01-01T01:00:00Z" },
    });
    await pull();
    expect(await ledgerIds()).toEqual([today]);
  });

  test("names the calendar that does not exist", async () => {
    const { connector } = await createFixture({ calendars: "Team, Tam" });
    await expect(connector().pull(undefined, signal)).rejects.toMatchObject({
      code: "settings",
      message: 'Cannot find calendar "Tam" in Google Calendar: change "Calendars"',
    });
  });
});
