import { describe, expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { mutateJson } from "../../testing/fuzz/mutate-json";
import { openTestStore } from "../../testing/store/open-test-store";
import { googleCalendar } from ".";
import { fullEvent, fullEventWords } from "./testing/full-event";

const { signal } = new AbortController();
const CALENDAR = "mira@example.com";
const series = { id: "series", start: { date: "2025-01-02" }, recurrence: ["RRULE:FREQ=WEEKLY;COUNT=10"] };

/** The pages of a calendar with these events as Google replies with them. */
async function pullReplies(
  events: readonly unknown[],
  { master = series as unknown, calendars = [{ id: CALENDAR, accessRole: "owner" }] as unknown } = {},
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source" });
  await store.addSource(source);
  const api = async (url: string) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith("/calendarList")) return Response.json({ items: calendars });
    if (pathname.endsWith("/series")) return Response.json(master);
    return Response.json({ items: events, nextSyncToken: "token" });
  };
  const context = createFakeContext({ source, clock, store, ports: { api } });
  const page = await googleCalendar.create(context).pull(undefined, signal);
  return page;
}

describe("Google Calendar", () => {
  test("leaves words or a note of everything that an event shows", async () => {
    const { documents } = await pullReplies([fullEvent]);
    const [document] = documents;
    const text = document?.content.kind === "text" ? document.content.text : "";
    expect(fullEventWords.filter((word) => !text.includes(word))).toEqual([]);
    expect(document?.content.note).toContain("guests");
  });

  test("makes a document or a failure of every event, whatever its parts are", async () => {
    const mutations = mutateJson(fullEvent).filter(({ field }) => field !== "id");
    const events = mutations.map(({ value }, at) => ({ ...(value as object), id: `event${at}` }));
    const { documents, failures } = await pullReplies([...events, fullEvent]);
    const told = new Set([...documents, ...failures].map(({ id }) => id));
    const silent = mutations.filter((_, at) => !told.has(`${CALENDAR}/event${at}`)).map(({ title }) => title);
    expect(silent).toEqual([]);
    expect(
      documents.every(({ title, content }) => title !== "" && content.kind === "text" && content.text !== ""),
    ).toBe(true);
    expect(failures.every(({ reason }) => reason?.startsWith("Cannot read"))).toBe(true);
    expect(told).toContain(`${CALENDAR}/full`);
    // Only an event without a start is no event.
    const lost = new Set(failures.map(({ id }) => mutations[Number(/\d+$/.exec(id)?.[0])]?.field));
    expect([...lost]).toEqual(["start"]);
  });

  test("names the parts of an event that have another type", async () => {
    const { documents } = await pullReplies([
      { ...fullEvent, attendees: "many", location: 7, conferenceData: [] },
    ]);
    expect(documents[0]?.content.note).toContain(
      "3 parts could not be read: location, attendees, conferenceData",
    );
  });

  test.each(mutateJson({ id: "x" }).map(({ title, value }) => [title, value] as const))(
    "tells of an event whose %s",
    async (_, value) => {
      const { documents, failures } = await pullReplies([
        { ...fullEvent, id: undefined, ...(value as object) },
        fullEvent,
      ]);
      expect(documents.length + failures.length).toBe(2);
    },
  );

  test.each([null, 7, "event", []])("tells of an event that is %j", async (event) => {
    const { documents, failures } = await pullReplies([event, fullEvent]);
    expect([documents.length, failures.length]).toEqual([1, 1]);
  });

  test.each(mutateJson(series).map(({ title, value }) => [title, value] as const))(
    "reads an event of a series whose %s",
    async (_, master) => {
      const { documents } = await pullReplies([fullEvent], { master });
      expect(documents).toHaveLength(1);
    },
  );

  test("reads the calendars that it can identify", async () => {
    const calendars = mutateJson([
      { id: CALENDAR, summary: "Mira", accessRole: "owner", hidden: false, timeZone: "Europe/Zurich" },
    ]);
    for (const { value } of calendars.filter(
      ({ title }) => !/^0 |^0\.id |accessRole is|hidden is a boolean/.test(title),
    )) {
      const { documents } = await pullReplies([fullEvent], { calendars: value });
      expect(documents).toHaveLength(1);
    }
  });
});
