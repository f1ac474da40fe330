const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 60 * 60_000;

/**
 * Milliseconds until a source is tried again after it failed `failedRuns` times in a row: doubling from a
 * minute to six hours. The upper half is random ("equal jitter", Brooker, "Exponential Backoff And Jitter",
 * AWS 2015), so sources that failed together do not come back together.
 */
export function backOff(failedRuns: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failedRuns - 1));
  return ceiling / 2 + (random() * ceiling) / 2;
}
