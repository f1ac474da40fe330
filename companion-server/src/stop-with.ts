/** Ends what is done for one request: when the client goes away, when it takes too long, or when it is over. */
export interface Stopper {
  readonly signal: AbortSignal;
  /** To be called once it ended, whichever way. */
  stop(): void;
}

/**
 * Aborts with an AbortError when the client goes away, with a TimeoutError after `milliseconds`. Not made with AbortSignal.any, whose signals Node 20 may lose to the
 * garbage collection while somebody still waits for them.
 */
export function stopWith(client: AbortSignal, milliseconds: number): Stopper {
  const controller = new AbortController();
  // Not with the client's reason, which the server makes a text.
  const leave = () => controller.abort();
  const timer = setTimeout(
    () => controller.abort(new DOMException("It takes too long", "TimeoutError")),
    milliseconds,
  );
  if (client.aborted) leave();
  else client.addEventListener("abort", leave, { once: true });
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      client.removeEventListener("abort", leave);
      controller.abort();
    },
  };
}
