/** Aborts the work of a request when the client disconnects, on timeout, or when it has ended. */
export interface RequestSignal {
  readonly signal: AbortSignal;
  /** Must be called when the request has ended, in any way. */
  stop(): void;
}

/**
 * Aborts with an AbortError when the client disconnects, with a TimeoutError after `milliseconds`. AbortSignal.any is
 * not used: Node 20 may garbage-collect its signals while they are in use.
 */
export function createRequestSignal(client: AbortSignal, milliseconds: number): RequestSignal {
  const controller = new AbortController();
  // Without the client's reason, which the server converts to a string.
  const abort = () => controller.abort();
  const timer = setTimeout(
    () => controller.abort(new DOMException("It takes too long", "TimeoutError")),
    milliseconds,
  );
  if (client.aborted) abort();
  else client.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      client.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}
