import type { IndexSegment } from "../index-segment";

/** Segments of one size that are folded into one; each row is rewritten once per tier. */
const FACTOR = 8;
/** Rows below which a segment belongs to the lowest tier; each tier is FACTOR times larger. */
const LOWEST_TIER = 256;
/** Larger segments are not made: it bounds what one commit writes and what one merge holds in memory. */
const MOST_ROWS = 65_536;

/** The segments worth folding into one next, in order; undefined when there is nothing to gain. */
export function chooseMerge(segments: readonly IndexSegment[]): readonly IndexSegment[] | undefined {
  const dead = segments.filter(({ live }) => live.documents === 0);
  if (dead.length > 0) return dead;
  // Vectors of another embedder cannot be mixed in; such segments die as their documents are made anew.
  const current = segments.filter(({ region }) => region);
  const halfDead = current.find(
    ({ live, rows, table }) => 2 * live.rows < rows || 2 * live.documents < table.ids.length,
  );
  return halfDead ? [halfDead] : chooseTier(current);
}

/** The first run of neighbours, FACTOR long, none of which is above the lowest tier that has such a run. */
function chooseTier(segments: readonly IndexSegment[]): readonly IndexSegment[] | undefined {
  for (let tier = LOWEST_TIER; tier <= MOST_ROWS; tier *= FACTOR) {
    let run: IndexSegment[] = [];
    let rows = 0;
    for (const segment of segments) {
      if (segment.live.rows >= tier || rows + segment.live.rows > MOST_ROWS) {
        run = [];
        rows = 0;
      }
      if (segment.live.rows >= tier) continue;
      run.push(segment);
      rows += segment.live.rows;
      if (run.length === FACTOR) return run;
    }
  }
  return undefined;
}
