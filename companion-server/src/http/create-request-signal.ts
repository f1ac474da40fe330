/** Ends what is done for one request: when the client goes away, when it takes too long, or when it is over. */
export interface RequestSignal {
  readonly signal: AbortSignal;
  /** To be called once it ended, whichever way. */
  stop(): void;
}

/**
 * Aborts with an AbortError when the client goes away, with a TimeoutError after `milliseconds`. Not made with AbortSignal.any, whose signals Node 20 may lose to the
 * garbage collection while somebody still waits for them.
 */
export function createRequestSignal(client: AbortSignal, milliseconds: number): RequestSignal {
  const controller = new AbortController();
  // Not with the client's reason, which the server makes a text.
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
