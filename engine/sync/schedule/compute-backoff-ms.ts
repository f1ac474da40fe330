const INITIAL_BACKOFF_MS = 60_000;
const MAX_BACKOFF_MS = 6 * 60 * 60_000;

/**
 * Milliseconds until a source is tried again after it failed `failedRuns` times in a row: doubling from a
 * minute to six hours. The upper half is random ("equal jitter", Brooker, "Exponential Backoff And Jitter",
 * AWS 2015), so sources that failed together do not come back together.
 */
export function computeBackoffMs(failedRuns: number, random: () => number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, INITIAL_BACKOFF_MS * 2 ** (failedRuns - 1));
  return ceiling / 2 + (random() * ceiling) / 2;
}
