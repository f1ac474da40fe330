import type { IndexSegment } from "./index-segment";
import { type Saturation, toSaturation } from "./keyword/scoring/bm25";

/** The segments of one state of the index, with the sums over their live rows that scores depend on. */
export class SegmentSet {
  /** Live rows. */
  readonly rows: number;
  /** Of the live rows, in quarters; see bm25.ts. */
  readonly averageLength: number;
  readonly saturation: Saturation;
  /** Numbers of the segments, smallest first: their scores show which parts of the large ones can be skipped. */
  readonly smallestFirst: readonly number[];

  /** `segments` ascend by their first document. */
  constructor(readonly segments: readonly IndexSegment[]) {
    let rows = 0;
    let length = 0;
    for (const { live } of segments) {
      rows += live.rows;
      length += live.length;
    }
    this.smallestFirst = [...segments.keys()].sort((a, b) => sizeOf(segments[a]) - sizeOf(segments[b]));
    this.rows = rows;
    this.averageLength = rows > 0 ? length / rows : 0;
    this.saturation = toSaturation(this.averageLength);
  }
}

function sizeOf(segment: IndexSegment | undefined): number {
  return segment?.live.rows ?? 0;
}
