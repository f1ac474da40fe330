/** How often something that moves is looked at again, in milliseconds. */
const POLL_INTERVAL_MS = 1_000;

interface PollerOptions<T> {
  readonly read: () => Promise<T>;
  readonly onValue: (value: T) => void;
  readonly onProblem: (message: string) => void;
  /** True while the value moves without notices, so it must be polled. */
  readonly shouldPoll: (value: T) => boolean;
}

/**
 * Reads a value again and again without ever reading twice at once: a wish that comes during a reading is
 * met by one more reading after it, so a flood of wishes neither piles up nor starves.
 */
export function createPoller<T>({ read, onValue, onProblem, shouldPoll }: PollerOptions<T>) {
  let stopped = false;
  let isReading = false;
  let isRequested = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    clearTimeout(timer);
    isRequested = isReading;
    if (isReading) return;
    isReading = true;
    const poll = await readOnce();
    isReading = false;
    if (stopped) return;
    if (isRequested) await refresh();
    else if (poll) timer = setTimeout(refresh, POLL_INTERVAL_MS);
  }

  async function readOnce(): Promise<boolean> {
    try {
      const value = await read();
      if (!stopped) onValue(value);
      return shouldPoll(value);
    } catch (error) {
      if (!stopped) onProblem(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  return {
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
