import type { LedgerCounts } from "../../model/ledger";
import type { Pace, Source } from "../../model/source";

/** Time constant of the average. */
const AVERAGING_WINDOW_MS = 10 * 60_000;
/** After a longer gap (the browser was closed) the measurement restarts. */
const MAX_GAP_MS = 60 * 60_000;

/**
 * The pace after this many more items: an exponentially weighted mean over time, so that pauses for a vendor's limit
 * count.
 */
export function nextPace(pace: Pace, items: number, now: number): Pace {
  const elapsed = now - pace.at;
  if (elapsed > MAX_GAP_MS || elapsed < 0) return { itemsPerMinute: 0, at: now };
  const measured = (items * 60_000) / Math.max(1, elapsed);
  const weight = pace.itemsPerMinute === 0 ? 1 : 1 - Math.exp(-elapsed / AVERAGING_WINDOW_MS);
  return { itemsPerMinute: pace.itemsPerMinute + weight * (measured - pace.itemsPerMinute), at: now };
}

/**
 * Milliseconds until every item that the vendor reports has been read, at the current pace. Undefined when the source
 * has been read, when its vendor reports no total, and before the pace is measured.
 */
export function etaMs({ progress, pace }: Source, { found }: LedgerCounts): number | undefined {
  if (!progress?.backfill || progress.total === undefined || !pace || pace.itemsPerMinute === 0)
    return undefined;
  return (Math.max(0, progress.total - found) / pace.itemsPerMinute) * 60_000;
}
