/** Interval of polling, in milliseconds. */
const POLL_INTERVAL_MS = 1_000;

interface PollerOptions<T> {
  readonly read: () => Promise<T>;
  readonly onValue: (value: T) => void;
  readonly onProblem: (message: string, error: unknown) => void;
  /** True while the value changes without notices and must be polled. */
  readonly shouldPoll: (value: T) => boolean;
}

/**
 * Reads a value repeatedly, one read at a time. Requests during a read are answered by one more read after it, so
 * that many requests neither queue up nor starve.
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
      if (!stopped) onProblem(error instanceof Error ? error.message : String(error), error);
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
