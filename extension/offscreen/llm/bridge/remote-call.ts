/** The running calls on the page's side, by their ids. */
export interface CallRegistry {
  run<T>(callId: string, work: (signal: AbortSignal) => T | Promise<T>): Promise<T>;
  /** Also called after the end of a call, to delete its entry. */
  stop(callId: string): Promise<void>;
}

export function createCallRegistry(): CallRegistry {
  const controllers = new Map<string, AbortController>();
  return {
    run: async (callId, work) => {
      const stop = new AbortController();
      controllers.set(callId, stop);
      return work(stop.signal);
    },
    stop: async (callId) => {
      controllers.get(callId)?.abort();
      controllers.delete(callId);
    },
  };
}

/** Another context whose calls are stopped by id: a signal cannot be transferred. */
export interface Stoppable {
  stop(callId: string): Promise<void>;
}

/** Rejects as soon as the signal aborts, whatever the other side does; `stop` is always called at the end. */
export async function callRemote<T>(
  remote: Stoppable,
  signal: AbortSignal,
  work: (callId: string) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const callId = crypto.randomUUID();
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
  });
  try {
    return await Promise.race([work(callId), aborted]);
  } finally {
    settled.abort();
    void remote.stop(callId);
  }
}

/** A stream of the other side, returned before it has arrived. */
export function streamRemote<T>(
  remote: Stoppable,
  signal: AbortSignal,
  work: (callId: string) => Promise<ReadableStream<T>>,
): ReadableStream<T> {
  const callId = crypto.randomUUID();
  const { readable, writable } = new TransformStream<T, T>();
  work(callId)
    .then((stream) => stream.pipeTo(writable, { signal }))
    // Already aborted where the pipe failed; not where the call itself was refused.
    .catch((error) => writable.abort(error))
    .catch(() => {})
    .finally(() => void remote.stop(callId));
  return readable;
}
