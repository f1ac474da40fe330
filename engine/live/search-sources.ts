import { toPlainError } from "../errors/to-plain-error";
import type { LiveReply, LiveRequest } from "../model/live";
import type { SourceDocument } from "../model/source-document";
import type { Wait } from "../util/wait";
import type { LiveCache } from "./live-cache";

/** How long an answer waits for the slowest source. */
const TIMEOUT_MS = 1_500;

/** A source that can search for itself. */
export interface LiveSource {
  readonly sourceId: string;
  readonly label: string;
  search(request: LiveRequest, signal: AbortSignal): Promise<readonly SourceDocument[]>;
}

export interface SearchSourcesOptions {
  readonly sources: readonly LiveSource[];
  readonly cache: LiveCache;
  readonly wait: Wait;
  readonly signal: AbortSignal;
  /** Milliseconds; 1,500 where absent. */
  readonly timeoutMs?: number;
}

/**
 * Searches all sources at once and yields their replies as they arrive. A source that fails or exceeds the timeout yields
 * the reason. Aborting ends the search without a further reply.
 */
export async function* searchSources(
  request: LiveRequest,
  { sources, cache, wait, signal, timeoutMs = TIMEOUT_MS }: SearchSourcesOptions,
): AsyncGenerator<LiveReply> {
  const timeout = new AbortController();
  const combined = AbortSignal.any([signal, timeout.signal]);
  const timer = wait(timeoutMs, combined).then(
    () => timeout.abort(new Error("No reply within the time limit")),
    () => {},
  );
  const targets = sources.filter(({ sourceId }) => request.sourceIds?.includes(sourceId) ?? true);
  const pending = new Map(
    targets.map((source) => [
      source.sourceId,
      searchOne(source, { request, cache, signal: combined }).then(
        (reply) => [source.sourceId, reply] as const,
      ),
    ]),
  );
  try {
    while (pending.size > 0) {
      const [sourceId, reply] = await Promise.race(pending.values());
      pending.delete(sourceId);
      if (signal.aborted) return;
      yield reply;
    }
  } finally {
    // At the end or when the consumer stops early: neither the timer nor searches may continue.
    timeout.abort(new Error("The search has ended"));
    await timer;
  }
}

interface SourceSearchOptions {
  readonly request: LiveRequest;
  readonly cache: LiveCache;
  readonly signal: AbortSignal;
}

/** Never rejects. Resolves as soon as the signal aborts, whatever the source is doing. */
async function searchOne(
  source: LiveSource,
  { request, cache, signal }: SourceSearchOptions,
): Promise<LiveReply> {
  const { sourceId, label } = source;
  try {
    const cached = await cache.get(sourceId, request);
    if (cached) return { sourceId, label, documents: cached, cached: true };
    signal.throwIfAborted();
    const documents = await rejectOnAbort(source.search(request, signal), signal);
    await cache.set(sourceId, request, documents);
    return { sourceId, label, documents, cached: false };
  } catch (thrown) {
    return { sourceId, label, problem: toPlainError(thrown).message };
  }
}

function rejectOnAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
