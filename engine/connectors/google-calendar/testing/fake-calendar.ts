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
    {
      ...{ id: MINE, summary: MINE, summaryOverride: "Mira", primary: true, accessRole: "owner" },
      timeZone: "Europe/Zurich",
    },
    { id: TEAM, summary: "Team", accessRole: "reader", timeZone: "Asia/Seoul" },
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
    start: { dateTime: time, timeZone: "America/Toronto" },
    end: { dateTime: new Date(now + 3_600_000).toISOString(), timeZone: "America/Toronto" },
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
    ? Response.json(toEventJson(stored, url.searchParams.get("fields"), state))
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
      // Single events are requested, so that a series itself is not listed.
      (event.recurrence === undefined || searchParams.get("singleEvents") !== "true") &&
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
    items: page.items.map((logged) => toEventJson(logged, searchParams.get("fields"), state, "items")),
    timeZone: state.calendars.find(({ id }) => id === calendarId)?.timeZone ?? null,
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
  { event, calendarId }: Logged,
  fields: string | null,
  { omitsOptional, calendars }: FakeCalendarState,
  within = "",
): calendar_v3.Schema$Event {
  if (event.status === "cancelled") return { id: event.id, status: "cancelled" };
  const calendar = calendars.find(({ id }) => id === calendarId);
  const shown = withHiddenDetails(inZoneOf(event, calendar), calendar);
  const requested = pickFields<calendar_v3.Schema$Event>(shown, fields, within);
  const required = ["id", "updated", "start", "summary"];
  return omitsOptional
    ? Object.fromEntries(Object.entries(requested).filter(([name]) => required.includes(name)))
    : requested;
}

/** Google writes every time with the offset of the calendar; the zone of the event is in a field of its own. */
function inZoneOf(
  event: StoredEvent,
  calendar: calendar_v3.Schema$CalendarListEntry | undefined,
): calendar_v3.Schema$Event {
  const zone = calendar?.timeZone ?? "UTC";
  const inZone = (when: calendar_v3.Schema$EventDateTime | undefined) =>
    when?.dateTime ? { ...when, dateTime: withOffset(when.dateTime, zone) } : when;
  const { start, end, originalStartTime } = event;
  return {
    ...event,
    ...(start && { start: inZone(start) ?? start }),
    ...(end && { end: inZone(end) ?? end }),
    ...(originalStartTime && { originalStartTime: inZone(originalStartTime) ?? originalStartTime }),
  };
}

/** "2025-01-10T08:30:00Z" as "2025-01-10T09:30:00+01:00". */
function withOffset(dateTime: string, zone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: zone, dateStyle: "short", timeStyle: "medium" },
  });
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(Date.parse(dateTime))
    .find(({ type }) => type === "timeZoneName")?.value;
  const offset = name?.replace("GMT", "") || "Z";
  return `${format.format(Date.parse(dateTime)).replace(" ", "T")}${offset}`;
}

/** Of a private event, readers of the calendar see the time alone. */
function withHiddenDetails(
  event: calendar_v3.Schema$Event,
  calendar: calendar_v3.Schema$CalendarListEntry | undefined,
): calendar_v3.Schema$Event {
  if (event.visibility !== "private" || calendar?.accessRole !== "reader") return event;
  const { kind, etag, id, status, htmlLink, created, updated, start, end, visibility } = event;
  const shown = { kind, etag, id, status, htmlLink, created, updated, start, end, visibility };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}
