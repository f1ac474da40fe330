import type { LedgerCounts } from "../../model/ledger";
import type { Pace, Source } from "../../model/source";

/** Pages of about this long a time make up the pace. */
const AVERAGING_WINDOW_MS = 10 * 60_000;
/** After a longer gap (the browser was closed) the pace is measured anew. */
const MAX_GAP_MS = 60 * 60_000;

/**
 * The pace after so many more items: an exponentially weighted mean over time, so that pauses for a vendor's limit
 * count as what they are.
 */
export function nextPace(pace: Pace, items: number, now: number): Pace {
  const elapsed = now - pace.at;
  if (elapsed > MAX_GAP_MS || elapsed < 0) return { itemsPerMinute: 0, at: now };
  const measured = (items * 60_000) / Math.max(1, elapsed);
  const weight = pace.itemsPerMinute === 0 ? 1 : 1 - Math.exp(-elapsed / AVERAGING_WINDOW_MS);
  return { itemsPerMinute: pace.itemsPerMinute + weight * (measured - pace.itemsPerMinute), at: now };
}

/**
 * Milliseconds until everything the vendor says there is has been read, at the present pace. Undefined when the
 * source has been read, when its vendor does not say how much there is, and before there is a pace.
 */
export function etaMs({ progress, pace }: Source, { found }: LedgerCounts): number | undefined {
  if (!progress?.backfill || progress.total === undefined || !pace || pace.itemsPerMinute === 0)
    return undefined;
  return (Math.max(0, progress.total - found) / pace.itemsPerMinute) * 60_000;
}
