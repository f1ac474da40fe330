import type { IndexSegment } from "../index-segment";
import type { OpenIndexOptions } from "../search-index";
import type { SegmentData } from "../segment/segment-data";
import { type Signs, SignsEncoder } from "../vector/encode-signs";
import { allocateCodes, type Codes, copyRow, widthOf } from "../vector/quantise";
import { mergeKeywords } from "./merge-keywords";
import type { RowPlan } from "./plan-rows";

/** The cost of moving one row of vectors, in postings. */
const ROW_COST = 16;
/** Rows moved at once; divides the rows of a region's part. */
const SLICE_ROWS = 256;

/** Merges segments; yields the work done since the last yield, in postings. */
export function* mergeSegments(
  inputs: readonly IndexSegment[],
  plan: RowPlan,
  { embedderId, dimensions }: OpenIndexOptions,
): Generator<number, SegmentData> {
  const codes = yield* moveCodes(inputs, plan, widthOf(dimensions));
  const signs = yield* encodeInSlices(codes);
  const keywords = yield* mergeKeywords(inputs, plan);
  return { embedderId, dimensions, table: plan.table, keywords, codes, signs };
}

function* moveCodes(inputs: readonly IndexSegment[], plan: RowPlan, width: number): Generator<number, Codes> {
  const withResidues = inputs.every(({ region }) => region?.hasResidues);
  const codes = allocateCodes(plan.table.ordinals.length, width, withResidues);
  for (const [input, newRows] of plan.newRows.entries()) {
    for (let from = 0; from < newRows.length; from += SLICE_ROWS) {
      // Fetched again for every slice, since the arena may have grown meanwhile.
      const source = inputs[input]?.region?.partOf(from);
      const to = Math.min(from + SLICE_ROWS, newRows.length);
      for (let row = from; source && row < to; row++) {
        const target = newRows[row] as number;
        if (target >= 0) copyRow(source.codes, row - source.first, codes, target);
      }
      yield (to - from) * ROW_COST;
    }
  }
  return codes;
}

function* encodeInSlices(codes: Codes): Generator<number, Signs> {
  const encoder = new SignsEncoder(codes);
  const rows = codes.scales.length;
  for (let from = 0; from < rows; from += SLICE_ROWS) {
    encoder.measure(from, Math.min(from + SLICE_ROWS, rows));
    yield SLICE_ROWS * ROW_COST;
  }
  for (let from = 0; from < rows; from += SLICE_ROWS) {
    encoder.finish(from, Math.min(from + SLICE_ROWS, rows));
    yield SLICE_ROWS * ROW_COST;
  }
  return encoder.finish(rows, rows);
}
