import { hasCode } from "../../errors/error-code";
import type { CalendarClient } from "./client";
import { SERIES_FIELDS, type SeriesEvent, seriesEvent } from "./schema";

/** Returns the series of an event; `unknown` where it cannot be read. */
export type ReadSeries = (
  request: { readonly calendarId: string; readonly seriesId: string },
  signal: AbortSignal,
) => Promise<SeriesEvent | "unknown">;

/** Reads each series once: Google lists the times of a series without its rule. */
export function createSeriesReader(client: CalendarClient): ReadSeries {
  const read = new Map<string, Promise<SeriesEvent | "unknown">>();
  return ({ calendarId, seriesId }, signal) => {
    const key = `${calendarId}/${seriesId}`;
    const known = read.get(key);
    if (known) return known;
    const pending = readSeries(client, { calendarId, eventId: seriesId }, signal);
    read.set(key, pending);
    // A failed request is made again.
    pending.catch(() => read.delete(key));
    return pending;
  };
}

async function readSeries(
  client: CalendarClient,
  request: { readonly calendarId: string; readonly eventId: string },
  signal: AbortSignal,
): Promise<SeriesEvent | "unknown"> {
  try {
    const raw = await client.event({ ...request, fields: SERIES_FIELDS }, signal);
    return seriesEvent.safeParse(raw).data ?? "unknown";
  } catch (thrown) {
    if (hasCode(thrown, "not-found")) return "unknown";
    throw thrown;
  }
}
