import type { IndexSegment } from "../index-segment";

/** Segments of about one size that are merged into one; each row is rewritten about once for each tier. */
const MERGE_FACTOR = 5;
/** Segments merged at once, as after an index was first filled. */
const MAX_INPUTS = 16;
/** Growth that a merge needs to be worth rewriting the segment. */
const MIN_GROWTH = 4;
/** Rows below which a segment belongs to the lowest tier; each tier is FACTOR times larger. */
const LOWEST_TIER = 256;
/** Rows of a merged segment at most: bounds what one commit writes and what one merge holds in memory. */
const MAX_ROWS = 131_072;

/** The segments to merge next, in order; undefined when no merge is due. */
export function chooseMerge(segments: readonly IndexSegment[]): readonly IndexSegment[] | undefined {
  const dead = segments.filter(({ live }) => live.documents === 0);
  if (dead.length > 0) return dead;
  // Vectors of another embedder cannot be mixed in; such segments disappear as their documents are indexed again.
  const current = segments.filter(({ region }) => region);
  const halfDead = current.find(
    ({ live, rows, table }) => 2 * live.rows < rows || 2 * live.documents < table.ids.length,
  );
  return halfDead ? [halfDead] : chooseTier(current);
}

/** The first run of neighbours to merge in the lowest tier that has one. */
function chooseTier(segments: readonly IndexSegment[]): readonly IndexSegment[] | undefined {
  for (let tier = LOWEST_TIER; tier < MAX_ROWS * MERGE_FACTOR; tier *= MERGE_FACTOR) {
    const run = findRun(segments, tier);
    if (run) return run;
  }
  return undefined;
}

function findRun(segments: readonly IndexSegment[], tier: number): readonly IndexSegment[] | undefined {
  for (let start = 0; start < segments.length; start++) {
    const length = countMergeable(segments, start, tier);
    if (length > 0) return segments.slice(start, start + length);
  }
  return undefined;
}

/** The number of neighbours from `start` on to merge: many, of which none dominates, or all that fit. */
function countMergeable(segments: readonly IndexSegment[], start: number, tier: number): number {
  let rows = 0;
  let largest = 0;
  let mergeable = 0;
  for (let count = 1; count <= MAX_INPUTS; count++) {
    const size = segments[start + count - 1]?.live.rows ?? tier;
    if (size >= tier) return mergeable;
    if (rows + size > MAX_ROWS) {
      return mergeable === 0 && 2 * rows >= MAX_ROWS && rows >= 2 * largest ? count - 1 : mergeable;
    }
    rows += size;
    largest = Math.max(largest, size);
    if (count >= MERGE_FACTOR && rows >= MIN_GROWTH * largest) mergeable = count;
  }
  return mergeable;
}
