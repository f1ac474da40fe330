import * as z from "zod";
import { hasCode } from "../../../../errors/error-code";
import type { ItemsPage, PullPage, PullProgress } from "../../../../model/pull-page";
import type { Clock } from "../../../../ports/clock";
import { hasElapsed } from "../../../../util/has-elapsed";
import type { Connector } from "../../../connector";
import { EMPTY_ITEMS } from "../items-page";

export interface StreamsOptions {
  readonly clock: Clock;
  /** Ids of the current streams: lists, calendars, drives. Called once per pass. */
  list(signal: AbortSignal): Promise<readonly string[]>;
  /** Rejects with NotFoundError when the stream was deleted after it was listed. */
  open(id: string): Pick<Connector, "pull">;
  /** Ids of the items of a deleted stream; absent when the streams never change. */
  findGone?(id: string, signal: AbortSignal): Promise<readonly string[]>;
}

/** A finished stream is read again when the others take longer than this. */
const REFRESH_INTERVAL_MS = 5 * 60_000;

const streamState = z.object({
  /** The stream's own cursor; absent before its first page. */
  cursor: z.string().optional(),
  progress: z.object({ backfill: z.boolean(), coveredSince: z.number().optional() }).optional(),
  /** When it last finished in this pass; milliseconds since the epoch. */
  doneAt: z.number().optional(),
});
type StreamState = z.infer<typeof streamState>;

const streamsCursor = z.object({
  streams: z.record(z.string(), streamState),
  /** True during a pass, after its streams were listed. */
  running: z.boolean().optional(),
  /** The stream of the last page. */
  last: z.string().optional(),
});
type StreamsCursor = z.infer<typeof streamsCursor>;

/**
 * Creates a connector for a source of several streams, each with its own cursor. Streams take turns, one page each,
 * so that new items of one do not wait for old items of another. A pass ends when every stream has ended.
 */
export function createStreamsConnector(options: StreamsOptions): Pick<Connector, "pull"> {
  const { clock } = options;
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const { position, gone } = await startPass(options, parseCursor(cursor), signal);
      if (gone.length > 0) return removeStreams(options, position, { gone, signal });
      const id = nextStream(position, clock.now());
      if (id === undefined) return toPage(EMPTY_ITEMS, position);
      try {
        const page = await options.open(id).pull(position.streams[id]?.cursor, signal);
        const state = toState(page, clock.now());
        return toPage(page, { ...position, last: id, streams: { ...position.streams, [id]: state } });
      } catch (thrown) {
        if (!hasCode(thrown, "not-found")) throw thrown;
        return removeStreams(options, position, { gone: [id], signal });
      }
    },
  };
}

interface PassStart {
  readonly position: StreamsCursor;
  /** Streams that no longer exist. */
  readonly gone: readonly string[];
}

async function startPass(
  options: StreamsOptions,
  position: StreamsCursor,
  signal: AbortSignal,
): Promise<PassStart> {
  if (position.running) return { position, gone: [] };
  const ids = await options.list(signal);
  const gone = Object.keys(position.streams).filter((id) => !ids.includes(id));
  const listed = Object.fromEntries(ids.map((id) => [id, position.streams[id] ?? {}]));
  const streams = gone.length > 0 ? { ...position.streams, ...listed } : listed;
  return { position: { ...position, streams, running: true }, gone };
}

/** Deletes the items of deleted streams. */
async function removeStreams(
  { findGone }: StreamsOptions,
  position: StreamsCursor,
  { gone, signal }: { readonly gone: readonly string[]; readonly signal: AbortSignal },
): Promise<PullPage> {
  const deletions = await Promise.all(gone.map(async (id) => (await findGone?.(id, signal)) ?? []));
  const remaining = Object.entries(position.streams).filter(([id]) => !gone.includes(id));
  const page = { ...EMPTY_ITEMS, deletions: [...new Set(deletions.flat())] };
  return toPage(page, { ...position, streams: Object.fromEntries(remaining) });
}

/** The next stream in turn that has not ended, or ended long enough ago to have new items. */
function nextStream({ last = "", streams }: StreamsCursor, now: number): string | undefined {
  const ids = Object.keys(streams);
  const from = ids.indexOf(last) + 1;
  return [...ids.slice(from), ...ids.slice(0, from)].find((id) =>
    hasElapsed(streams[id]?.doneAt, REFRESH_INTERVAL_MS, now),
  );
}

function toState({ cursor, done, progress }: PullPage, now: number): StreamState {
  return { cursor, progress, ...(done && { doneAt: now }) };
}

function toPage(items: ItemsPage, position: StreamsCursor): PullPage {
  const { streams } = position;
  const done = Object.values(streams).every(({ doneAt }) => doneAt !== undefined);
  return {
    ...items,
    cursor: JSON.stringify(done ? { last: position.last, streams: clearDoneAt(streams) } : position),
    done,
    progress: progressOf(Object.values(streams)),
  };
}

function clearDoneAt(streams: StreamsCursor["streams"]): StreamsCursor["streams"] {
  return Object.fromEntries(Object.entries(streams).map(([id, { doneAt: _, ...state }]) => [id, state]));
}

/** The coverage of the whole is that of the stream with the least coverage. */
function progressOf(streams: readonly StreamState[]): PullProgress {
  const each = streams.map(({ progress }) => progress);
  const times = each.flatMap((one) => one?.coveredSince ?? []);
  const known =
    times.length > 0 && each.every((one) => one && (!one.backfill || one.coveredSince !== undefined));
  return {
    backfill: each.some((one) => one?.backfill ?? true),
    ...(known && { coveredSince: Math.max(...times) }),
  };
}

/** An unreadable cursor (of an earlier version) starts from the beginning; known versions are not delivered again. */
function parseCursor(cursor: string | undefined): StreamsCursor {
  try {
    const parsed = streamsCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { streams: {} };
  } catch {
    return { streams: {} };
  }
}
