/** Runs `drain`, one run at a time; calls during a run cause exactly one more. */
export interface Drainer {
  schedule(): void;
}

/** How long to wait before trying again after a drain that failed as a whole. */
const RETRY_MS = 5_000;

/** `drain` empties the outbox; when it rejects (a full disk, a closed database) it is tried again later. */
export function createDrainer(
  drain: (signal: AbortSignal) => Promise<void>,
  options: { readonly later?: (run: () => void) => void } = {},
): Drainer {
  const later = options.later ?? ((run: () => void) => void setTimeout(run, RETRY_MS));
  const { signal } = new AbortController();
  let running = false;
  let scheduled = false;
  const run = async () => {
    running = true;
    try {
      while (scheduled) {
        scheduled = false;
        await drain(signal);
      }
    } catch {
      // The status of the engine names the problem; here only the retry matters.
      later(schedule);
    } finally {
      running = false;
    }
  };
  const schedule = () => {
    scheduled = true;
    if (!running) void run();
  };
  return { schedule };
}
