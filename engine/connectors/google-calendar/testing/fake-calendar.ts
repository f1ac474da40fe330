import type { calendar_v3 } from "@googleapis/calendar";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  createErrorReply,
  createFakeGoogleTokens,
  createInvalidReply,
  createNotFoundReply,
  type FakeGoogleTokens,
  limitReply,
  pickFields,
} from "../../shared/vendors/google/testing/google-replies";

type StoredEvent = calendar_v3.Schema$Event & { readonly id: string };

/** An event with its position in the calendar's change log. */
interface Logged {
  readonly calendarId: string;
  readonly event: StoredEvent;
  readonly at: number;
}

export interface FakeCalendar extends FakeVendor {
  readonly calendars: calendar_v3.Schema$CalendarListEntry[];
  /** The address of every request so far. */
  readonly requests: readonly URL[];
  /** Adds or replaces an event of a calendar; returns its item id. */
  put(calendarId: string, event: calendar_v3.Schema$Event & { readonly id: string }): string;
}

const MINE = "mira@example.com";
const TEAM = "team@group.calendar.google.com";

/** A fake of Google's Calendar API, version 3, with two calendars. */
export function createFakeCalendar({ now, pageSize = 250 }: FakeVendorOptions): FakeCalendar {
  const tokens = createFakeGoogleTokens();
  const requests: URL[] = [];
  const named = new Map<string, { readonly calendarId: string; readonly id: string }>();
  const log = new Map<string, Logged>();
  const calendars: calendar_v3.Schema$CalendarListEntry[] = [
    { id: MINE, summary: MINE, summaryOverride: "Mira", primary: true, accessRole: "owner" },
    { id: TEAM, summary: "Team", accessRole: "reader" },
  ];
  let changes = 0;
  let omitsOptional = false;
  const keyOf = (calendarId: string, id: string) => `${calendarId}/${id}`;
  const put = (calendarId: string, event: StoredEvent) => {
    const key = keyOf(calendarId, event.id);
    changes++;
    log.set(key, { calendarId, event, at: changes });
    return key;
  };
  const change = (name: string, fields: calendar_v3.Schema$Event, to?: string) => {
    const place = named.get(name);
    const stored = place && log.get(keyOf(place.calendarId, place.id));
    if (!place || !stored) throw new Error(`There is no event "${name}"`);
    const updated = new Date(now()).toISOString();
    const calendarId = to ?? place.calendarId;
    if (to !== undefined) put(place.calendarId, { id: place.id, status: "cancelled" });
    put(calendarId, { ...stored.event, updated, ...fields, id: place.id });
    named.set(name, { calendarId, id: place.id });
  };
  const create = (name: string, fields: calendar_v3.Schema$Event = {}) => {
    const id = `ev${(named.size + 1).toString(32).padStart(8, "0")}`;
    named.set(name, { calendarId: MINE, id });
    return put(MINE, { ...sampleEvent(id, name, now()), ...fields, id });
  };
  return {
    hosts: ["www.googleapis.com"],
    unordered: true,
    token: tokens.token,
    account: { id: MINE, name: MINE },
    calendars,
    requests,
    put,
    handle: async (request) => {
      const url = new URL(request.url);
      requests.push(url);
      return (
        tokens.rejectUnauthorized(request) ??
        answer(url, { log, calendars, tokens, pageSize, changes, omitsOptional })
      );
    },
    create: (name) => create(name),
    createMalformed: (name) => create(name, { start: {} }),
    update: (name) => change(name, { description: `<p>Now with <b>slides</b> on ${name}.</p>` }),
    remove: (name) => change(name, { status: "cancelled" }),
    move: (name) => change(name, {}, TEAM),
    omitOptional: () => {
      omitsOptional = true;
    },
    revokeTokens: tokens.revokeTokens,
    expireCursors: tokens.expireCursors,
    limitReply,
  };
}

function sampleEvent(id: string, name: string, now: number): calendar_v3.Schema$Event {
  const time = new Date(now).toISOString();
  return {
    kind: "calendar#event",
    etag: `"${now}"`,
    status: "confirmed",
    htmlLink: `https://www.google.com/calendar/event?eid=${id}`,
    created: time,
    updated: time,
    summary: `Review of ${name}`,
    description: `We look at ${name}.`,
    location: "Room 4",
    organizer: { email: MINE, displayName: "Mira Novak", self: true },
    attendees: [{ email: "ada@example.com", displayName: "Ada Byron", responseStatus: "accepted" }],
    start: { dateTime: time, timeZone: "Europe/Zurich" },
    end: { dateTime: new Date(now + 3_600_000).toISOString(), timeZone: "Europe/Zurich" },
  };
}

interface FakeCalendarState {
  readonly log: ReadonlyMap<string, Logged>;
  readonly calendars: readonly calendar_v3.Schema$CalendarListEntry[];
  readonly tokens: FakeGoogleTokens;
  /** Maximum number of items in a page. */
  readonly pageSize: number;
  readonly changes: number;
  readonly omitsOptional: boolean;
}

function answer(url: URL, state: FakeCalendarState): Response {
  const { calendars, log } = state;
  const path = url.pathname.replace(/^\/calendar\/v3/, "");
  if (path === "/users/me/calendarList") {
    const items = calendars.map((calendar) => (state.omitsOptional ? { id: calendar.id ?? null } : calendar));
    return Response.json({ kind: "calendar#calendarList", items } satisfies calendar_v3.Schema$CalendarList);
  }
  if (path === "/users/me/calendarList/primary") return Response.json(calendars[0]);
  const [, calendar = "", event] = /^\/calendars\/([^/]+)\/events(?:\/([^/]+))?$/.exec(path) ?? [];
  const calendarId = decodeURIComponent(calendar);
  if (!calendars.some(({ id }) => id === calendarId)) return createNotFoundReply();
  if (event === undefined) return listEvents(url, calendarId, state);
  const stored = log.get(`${calendarId}/${decodeURIComponent(event)}`);
  // A deleted event is still returned, as cancelled.
  return stored
    ? Response.json(toEventJson(stored.event, url.searchParams.get("fields"), state))
    : createNotFoundReply();
}

function listEvents(url: URL, calendarId: string, state: FakeCalendarState): Response {
  const { log, tokens, changes } = state;
  const { searchParams } = url;
  const syncToken = searchParams.get("syncToken");
  if (syncToken !== null && ["timeMin", "timeMax", "q", "orderBy"].some((name) => searchParams.has(name))) {
    return createInvalidReply("Sync token cannot be combined with these parameters.");
  }
  const since = syncToken === null ? "0" : tokens.decode(syncToken);
  if (since === undefined)
    return createErrorReply({
      status: 410,
      reason: "fullSyncRequired",
      message: "Sync token is no longer valid, a full sync is required.",
    });
  const found = [...log.values()].filter(
    ({ calendarId: of, event, at }) =>
      of === calendarId &&
      (syncToken === null
        ? event.status !== "cancelled" && matchesRequest(event, searchParams)
        : at > Number(since)),
  );
  const size = Math.min(Number(searchParams.get("maxResults") ?? 250), state.pageSize);
  // The sync token denotes the time of the first page, so that no change between pages is lost.
  const [begun = String(changes), token = null] = searchParams.get("pageToken")?.split(".") ?? [];
  const page = tokens.page(found, { token, size });
  if (!page) return createInvalidReply("Invalid pageToken");
  return Response.json({
    kind: "calendar#events",
    items: page.items.map(({ event }) => toEventJson(event, searchParams.get("fields"), state, "items")),
    ...(page.next === undefined
      ? { nextSyncToken: tokens.encode(begun) }
      : { nextPageToken: `${begun}.${page.next}` }),
  } satisfies calendar_v3.Schema$Events);
}

function matchesRequest(
  { start, end, summary, description }: StoredEvent,
  searchParams: URLSearchParams,
): boolean {
  const [from, to, q] = ["timeMin", "timeMax", "q"].map((name) => searchParams.get(name));
  const text = `${summary} ${description}`.toLowerCase();
  const begins = start?.dateTime ?? start?.date ?? "";
  const ends = end?.dateTime ?? end?.date ?? begins;
  const known =
    begins === "" || (Date.parse(ends) > Date.parse(from ?? "") && Date.parse(begins) < Date.parse(to ?? ""));
  return (from === null || known) && (!q || text.includes(q.toLowerCase()));
}

function toEventJson(
  event: StoredEvent,
  fields: string | null,
  { omitsOptional }: FakeCalendarState,
  within = "",
): calendar_v3.Schema$Event {
  if (event.status === "cancelled") return { id: event.id, status: "cancelled" };
  const requested = pickFields<calendar_v3.Schema$Event>(event, fields, within);
  const required = ["id", "updated", "start", "summary"];
  return omitsOptional
    ? Object.fromEntries(Object.entries(requested).filter(([name]) => required.includes(name)))
    : requested;
}
