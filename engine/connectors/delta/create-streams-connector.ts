import * as z from "zod";
import { toPlainError } from "../../errors/to-plain-error";
import type { PullPage, PullProgress } from "../../model/pull-page";
import type { Connector } from "../connector";

export interface StreamsOptions {
  /** Ids of the streams there are now: calendars, drives. Asked once a pass. */
  list(signal: AbortSignal): Promise<readonly string[]>;
  open(id: string): Pick<Connector, "pull">;
  /** Ids of items that went with a stream. */
  findGone(id: string, signal: AbortSignal): Promise<readonly string[]>;
}

const progress = z.object({ backfill: z.boolean(), coveredSince: z.number().optional() });

const streamsCursor = z.object({
  /** Each stream's own cursor, and how far it has come. */
  streams: z.record(z.string(), z.object({ cursor: z.string(), progress: progress.optional() })),
  /** Streams this pass has not finished, the next first; absent between passes. */
  left: z.array(z.string()).optional(),
});

type StreamsCursor = z.infer<typeof streamsCursor>;

/**
 * A connector for a source that is several streams, each with a cursor of its own. They take turns, a page each,
 * so that what is new in one does not wait for all that is old in another.
 */
export function createStreamsConnector(options: StreamsOptions): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const at = parseCursor(cursor);
      const [id, ...others] = at.left ?? [];
      if (id === undefined) return startPass(options, at, signal);
      try {
        const page = await options.open(id).pull(at.streams[id]?.cursor, signal);
        const stream = { cursor: page.cursor, progress: page.progress };
        const left = page.done ? others : [...others, id];
        return toPage(page, { streams: { ...at.streams, [id]: stream }, left });
      } catch (thrown) {
        // It went between being listed and being read; the next pass will not list it.
        if (toPlainError(thrown).code === "not-found") return withoutStream(options, id, { at, signal });
        throw thrown;
      }
    },
  };
}

/** Finds out what streams there are; those that have gone take their items with them. */
async function startPass(options: StreamsOptions, at: StreamsCursor, signal: AbortSignal): Promise<PullPage> {
  const left = [...(await options.list(signal))];
  const gone = Object.keys(at.streams).filter((id) => !left.includes(id));
  const deletions = await Promise.all(gone.map((id) => options.findGone(id, signal)));
  const streams = Object.fromEntries(Object.entries(at.streams).filter(([id]) => left.includes(id)));
  return toPage({ documents: [], deletions: deletions.flat(), failures: [] }, { streams, left });
}

async function withoutStream(
  options: StreamsOptions,
  id: string,
  { at, signal }: { at: StreamsCursor; signal: AbortSignal },
): Promise<PullPage> {
  const { [id]: _, ...streams } = at.streams;
  const left = (at.left ?? []).filter((other) => other !== id);
  const deletions = await options.findGone(id, signal);
  return toPage({ documents: [], deletions, failures: [] }, { streams, left });
}

function toPage(page: Pick<PullPage, "documents" | "deletions" | "failures">, next: StreamsCursor): PullPage {
  const { streams, left = [] } = next;
  const done = left.length === 0;
  return {
    ...page,
    cursor: JSON.stringify(done ? { streams } : next),
    done,
    progress: progressOf([...new Set([...left, ...Object.keys(streams)])].map((id) => streams[id]?.progress)),
  };
}

/** The whole has come as far as the stream that has come least far. */
function progressOf(each: readonly (z.infer<typeof progress> | undefined)[]): PullProgress {
  const times = each.flatMap((one) => one?.coveredSince ?? []);
  const known =
    times.length > 0 && each.every((one) => one && (!one.backfill || one.coveredSince !== undefined));
  return {
    backfill: each.some((one) => one?.backfill ?? true),
    ...(known && { coveredSince: Math.max(...times) }),
  };
}

function parseCursor(cursor: string | undefined): StreamsCursor {
  try {
    const parsed = streamsCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { streams: {} };
  } catch {
    return { streams: {} };
  }
}
