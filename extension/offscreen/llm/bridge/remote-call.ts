/** Calls that are under way on the page's side, by the id under which they are stopped. */
export interface CallRegistry {
  run<T>(callId: string, work: (signal: AbortSignal) => T | Promise<T>): Promise<T>;
  /** Also of a call that is over, which forgets it. */
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

/** Another context whose calls are stopped by id: signals cannot cross. */
export interface Stoppable {
  stop(callId: string): Promise<void>;
}

/** Ends as soon as the signal aborts, whatever the other side does; it is told in any case that the call is over. */
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

/** A stream of the other side, at hand before it has come. */
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
