import { hasCode } from "../../errors/error-code";
import type { ItemsPage } from "../../model/pull-page";
import { once } from "../../util/once";
import type { Connector, ConnectorContext, LiveQuery } from "../connector";
import { checkOnFirstPull } from "../shared/pull/check-on-first-pull";
import { createDeltaConnector } from "../shared/pull/delta/create-delta-connector";
import { type DeltaEntry, deliverEntries } from "../shared/pull/delta/delta-entry";
import { createStreamsConnector } from "../shared/pull/streams/create-streams-connector";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import { assertNamesExist } from "../shared/settings/assert-names-exist";
import { readListSetting } from "../shared/settings/read-list-setting";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import { type CalendarClient, createCalendarClient } from "./client";
import { isWanted, readWindow, type TimeWindow } from "./filter";
import { createSeriesReader, type ReadSeries } from "./read-series";
import { type Calendar, namedEvent } from "./schema";
import { calendarName, itemIdOf, toDocument, updatedAtOf } from "./to-document";
import { type LocatedEvent, timeOf, toEntry } from "./to-entry";

const EVENTS_PER_PAGE = 250;
const IDS_PER_PAGE = 2_500;

const CALENDAR_SETTING = { what: "calendar", from: "Google Calendar", setting: "Calendars" };

/** Creates a connector that follows the change log of every wanted calendar. */
export function createCalendarConnector(context: ConnectorContext): Connector {
  const { source, api, clock } = context;
  const client = createCalendarClient(api);
  const names = readListSetting(source.settings, "calendars");
  const listed = once((signal: AbortSignal) => client.calendars(signal));
  const calendars = once(async (signal: AbortSignal) => {
    const wanted = (await listed(signal)).filter((calendar) => isWanted(calendar, names));
    return new Map(wanted.map((calendar) => [calendar.id, calendar]));
  });
  const window = readWindow(source.settings, clock.now());
  const readSeries = createSeriesReader(client);
  // The zone that Google's own calendar shows: that of the person's primary calendar.
  const ownZone = once(
    async (signal: AbortSignal) => (await listed(signal)).find(({ primary }) => primary)?.timeZone,
  );
  const connector = createConnector({ ...context, client, window, calendars, readSeries, ownZone });
  const checkNames = async (signal: AbortSignal) =>
    assertNamesExist(names, (await listed(signal)).map(calendarName), CALENDAR_SETTING);
  return { ...connector, ...checkOnFirstPull(connector, checkNames) };
}

interface CalendarDeps extends Pick<ConnectorContext, "clock" | "known" | "withPrefix"> {
  readonly client: CalendarClient;
  readonly window: TimeWindow;
  /** The wanted calendars by id. */
  calendars(signal: AbortSignal): Promise<ReadonlyMap<string, Calendar>>;
  readonly readSeries: ReadSeries;
  /** The person's own zone, where it is known. */
  ownZone(signal: AbortSignal): Promise<string | null | undefined>;
}

function createConnector(deps: CalendarDeps): Connector {
  const { withPrefix, calendars } = deps;
  const findGone = async (id: string, signal: AbortSignal) => {
    const live = new Set(await listLiveIds(id, deps, signal));
    return (await withPrefix(itemIdOf(id, ""))).filter((itemId) => !live.has(itemId));
  };
  return {
    ...createStreamsConnector({
      clock: deps.clock,
      list: async (signal) => [...(await calendars(signal)).keys()],
      open: (id) => openCalendar(id, deps, (signal) => findGone(id, signal)),
      findGone: (id) => withPrefix(itemIdOf(id, "")),
    }),
    listIds: async (signal) => {
      const ids = [...(await calendars(signal)).keys()].map((id) => listLiveIds(id, deps, signal));
      return (await Promise.all(ids)).flat();
    },
    fetchItems: async (itemIds, signal) => {
      const entries = await Promise.all(itemIds.map((id) => fetchEntry(id, deps, signal)));
      const ledger = new Map(itemIds.map((id) => [id, { version: "" }]));
      return deliverEntries(entries, { known: ledger, deliver: deliverWith(deps), signal });
    },
    search: async (query, signal) => {
      const found = [...(await calendars(signal)).values()].map((calendar) =>
        searchCalendar(calendar, { ...deps, query }, signal),
      );
      const events = (await Promise.all(found)).flat();
      // Google does not rank events; the nearest to now is the most likely.
      const distance = ({ event }: LocatedEvent) => Math.abs(timeOf(event.start) - deps.clock.now());
      const nearest = events.sort((a, b) => distance(a) - distance(b)).slice(0, query.limit);
      return (await deliverWith(deps)(nearest, signal)).documents;
    },
  };
}

function openCalendar(
  calendarId: string,
  deps: CalendarDeps,
  findGone: (signal: AbortSignal) => Promise<readonly string[]>,
): Pick<Connector, "pull"> {
  const { client, window, clock, known, calendars } = deps;
  const read = async (
    of: { token: string } | { window: TimeWindow },
    page: string | undefined,
    signal: AbortSignal,
  ) => {
    const calendar = (await calendars(signal)).get(calendarId) ?? { id: calendarId };
    const list = await client.events({ calendarId, of, page, pageSize: EVENTS_PER_PAGE }, signal);
    return {
      entries: list.items.map((item) => toEntry(item, { calendar, window })),
      ...(list.nextPageToken !== undefined && { next: list.nextPageToken }),
      ...(list.nextSyncToken !== undefined && { token: list.nextSyncToken }),
    };
  };
  return createDeltaConnector<LocatedEvent>({
    ...{ clock, known, findGone, deliver: deliverWith(deps) },
    newestFirst: false,
    list: ({ page }, signal) => read({ window }, page, signal),
    changes: ({ token, page }, signal) => read({ token }, page, signal),
  });
}

function deliverWith({ readSeries, ownZone }: CalendarDeps) {
  return async (events: readonly LocatedEvent[], signal: AbortSignal): Promise<ItemsPage> => {
    const zone = (await ownZone(signal)) ?? undefined;
    const documents = events.map(async (located) => {
      const { recurringEventId: seriesId } = located.event;
      const series = seriesId && (await readSeries({ calendarId: located.calendar.id, seriesId }, signal));
      return toDocument({ ...located, ownZone: zone, ...(series && { series }) });
    });
    return { documents: await Promise.all(documents), deletions: [], failures: [] };
  };
}

async function listLiveIds(
  calendarId: string,
  { client, window }: CalendarDeps,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const request = { calendarId, of: { window }, pageSize: IDS_PER_PAGE, fields: "id" };
  const ids: string[] = [];
  for await (const { items } of paginateGoogle((page) => client.events({ ...request, page }, signal))) {
    ids.push(...items.flatMap((item) => namedEvent.safeParse(item).data?.id ?? []));
  }
  return ids.map((id) => itemIdOf(calendarId, id));
}

async function fetchEntry(
  itemId: string,
  { client, window, calendars }: CalendarDeps,
  signal: AbortSignal,
): Promise<DeltaEntry<LocatedEvent>> {
  const gone = { kind: "gone", id: itemId } as const;
  const cut = itemId.lastIndexOf("/");
  const calendar = (await calendars(signal)).get(itemId.slice(0, cut));
  const eventId = itemId.slice(cut + 1);
  if (calendar === undefined || eventId === "") return gone;
  try {
    const event = await client.event({ calendarId: calendar.id, eventId }, signal);
    return toEntry(event, { calendar, window });
  } catch (thrown) {
    if (hasCode(thrown, "not-found")) return gone;
    throw thrown;
  }
}

async function searchCalendar(
  calendar: Calendar,
  { client, window, query }: CalendarDeps & { readonly query: LiveQuery },
  signal: AbortSignal,
): Promise<readonly LocatedEvent[]> {
  const of = { window, q: query.text };
  const { items } = await client.events({ calendarId: calendar.id, of, pageSize: EVENTS_PER_PAGE }, signal);
  return items
    .map((item) => toEntry(item, { calendar, window }))
    .flatMap((entry) => (entry.kind === "item" ? [entry.item] : []))
    .filter(({ event }) => isInTimeRange(query, updatedAtOf(event)));
}
