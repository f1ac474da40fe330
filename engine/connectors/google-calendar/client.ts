import * as z from "zod";
import type { Fetch } from "../../ports/fetch";
import { parseLeniently } from "../shared/parse/parse-leniently";
import { createGoogleFetch } from "../shared/vendors/google/create-google-fetch";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import type { TimeWindow } from "./filter";
import { type Calendar, calendar, calendarList, EVENT_FIELDS, eventList } from "./schema";

const BASE = "https://www.googleapis.com/calendar/v3";

export interface EventsRequest {
  readonly calendarId: string;
  readonly pageSize: number;
  readonly page?: string | undefined;
  /** Changes since the token, or everything in the window: Google accepts one of the two. */
  readonly of: { readonly token: string } | { readonly window: TimeWindow; readonly q?: string };
  /** Of each event; the fields of the schema when absent. */
  readonly fields?: string;
}

export interface CalendarClient {
  primary(signal: AbortSignal): Promise<Calendar>;
  calendars(signal: AbortSignal): Promise<readonly Calendar[]>;
  events(request: EventsRequest, signal: AbortSignal): Promise<z.infer<typeof eventList>>;
  /** Not validated, because a malformed event becomes a failure of its own. */
  event(request: EventRequest, signal: AbortSignal): Promise<unknown>;
}

export interface EventRequest {
  readonly calendarId: string;
  readonly eventId: string;
  /** The fields of the schema when absent. */
  readonly fields?: string;
}

export function createCalendarClient(api: Fetch): CalendarClient {
  const googleFetch = createGoogleFetch(api, "Google Calendar");
  const address = (calendarId: string) => `${BASE}/calendars/${encodeURIComponent(calendarId)}/events`;
  return {
    primary: (signal) => googleFetch.json({ url: `${BASE}/users/me/calendarList/primary` }, calendar, signal),
    calendars: async (signal) => {
      const list = (pageToken: string | undefined) =>
        googleFetch.json(
          { url: `${BASE}/users/me/calendarList`, query: { maxResults: 250, pageToken } },
          calendarList,
          signal,
        );
      const calendars: Calendar[] = [];
      for await (const { items } of paginateGoogle(list)) {
        calendars.push(...items.flatMap((item) => parseLeniently(calendar, item).data ?? []));
      }
      return calendars;
    },
    events: ({ calendarId, pageSize, page, of, fields = EVENT_FIELDS }, signal) => {
      const query = {
        // Without a choice of types every type is listed, also those that Google adds later.
        ...{ singleEvents: true, maxResults: pageSize, pageToken: page },
        fields: `items(${fields}),nextPageToken,nextSyncToken`,
        ...("token" in of ? { syncToken: of.token } : windowQuery(of)),
      };
      return googleFetch.json({ url: address(calendarId), query }, eventList, signal);
    },
    event: ({ calendarId, eventId, fields = EVENT_FIELDS }, signal) => {
      const url = `${address(calendarId)}/${encodeURIComponent(eventId)}`;
      return googleFetch.json({ url, query: { fields } }, z.unknown(), signal);
    },
  };
}

function windowQuery({ window, q }: { readonly window: TimeWindow; readonly q?: string }) {
  const { from, to } = window;
  return { timeMin: new Date(from).toISOString(), timeMax: new Date(to).toISOString(), q };
}
