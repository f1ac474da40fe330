import { hasRow } from "../../segment/live-rows";
import type { PostingsCursor } from "../postings/postings-cursor";
import { ROWS_PER_BLOCK } from "../postings/postings-format";
import type { Saturation } from "./bm25";
import type { TopRows } from "./top-rows";

/** A query term in one segment. */
export interface ScoredTerm {
  readonly cursor: PostingsCursor;
  /** The most the term can add to a score. */
  readonly weight: number;
}

export interface ScoredRows {
  /** Rows that may be found, as a bit mask. */
  readonly live: Uint32Array;
  readonly lengthCodes: Uint8Array;
  /** See bm25.ts. */
  readonly saturation: Saturation;
  /** By bound code, see bm25.ts. */
  readonly bounds: Float64Array;
}

/** Sums in another order differ in their last bits, and a bound must never be below the score it bounds. */
const SLACK = 1 + 1e-9;

// Buffers of the current block, shared because scans never overlap.
const scores = new Float64Array(ROWS_PER_BLOCK);
const candidates = new Uint8Array(ROWS_PER_BLOCK);

/**
 * Offers `top` the rows that can reach its threshold. A block is skipped when the maxima of its terms cannot add up to
 * the threshold (block-max pruning, Ding and Suel 2011), and terms too weak to bring a row to the threshold without a
 * stronger one do not select blocks (MaxScore, Turtle and Flood 1995).
 */
export function scoreRows(
  unsorted: readonly ScoredTerm[],
  rows: ScoredRows,
  top: TopRows,
  segment: number,
): void {
  const terms = [...unsorted].sort((a, b) => b.weight - a.weight);
  const bounds = new Float64Array(terms.length);
  for (;;) {
    const block = nextBlock(terms, top.threshold);
    if (block === Number.POSITIVE_INFINITY) return;
    const upperBound = hasLive(rows.live, block) ? boundBlock(terms, block, rows.bounds, bounds) : -1;
    if (upperBound >= top.threshold) {
      const count = scoreBlock(terms, bounds, upperBound, rows, block, top.threshold);
      offerCandidates(count, rows.live, block, top, segment);
    }
    for (const { cursor } of terms) if (cursor.block <= block) cursor.seek(block + 1);
  }
}

/** The next block with a term that, with all weaker ones, can reach the threshold. */
function nextBlock(terms: readonly ScoredTerm[], threshold: number): number {
  let next = Number.POSITIVE_INFINITY;
  let rest = 0;
  for (let at = terms.length - 1; at >= 0; at--) {
    const { cursor, weight } = terms[at] as ScoredTerm;
    rest += weight * SLACK;
    if (rest >= threshold && cursor.block < next) next = cursor.block;
  }
  return next;
}

/** Moves the terms to the block; records the most that each can add in it and returns the sum. */
function boundBlock(
  terms: readonly ScoredTerm[],
  block: number,
  allowed: Float64Array,
  bounds: Float64Array,
): number {
  let upperBound = 0;
  for (let at = 0; at < terms.length; at++) {
    const { cursor, weight } = terms[at] as ScoredTerm;
    if (cursor.block < block) cursor.seek(block);
    const bound = cursor.block === block ? weight * (allowed[cursor.boundCode] as number) * SLACK : 0;
    bounds[at] = bound;
    upperBound += bound;
  }
  return upperBound;
}

/** Scores the block's rows, strongest term first; returns how many can still reach the threshold. */
function scoreBlock(
  terms: readonly ScoredTerm[],
  bounds: Float64Array,
  upperBound: number,
  rows: ScoredRows,
  block: number,
  threshold: number,
): number {
  let rest = upperBound;
  let count = 0;
  for (let at = 0; at < terms.length; at++) {
    const bound = bounds[at] as number;
    if (bound === 0) continue;
    // Once the remaining terms cannot bring a row to the threshold alone, only rows already touched matter.
    const isEssential = rest >= threshold;
    rest -= bound;
    if (isEssential)
      count = scoreEssentialTerm(terms[at] as ScoredTerm, rows, block, count, threshold - rest);
    else if (count === 0) return 0;
    else scoreNonEssentialTerm(terms[at] as ScoredTerm, rows, block);
  }
  return count;
}

/**
 * Adds the term's share to its rows, except those that stay below what is `needed` for the remaining terms to reach the
 * threshold. Returns the number of rows touched.
 */
function scoreEssentialTerm(
  { cursor, weight }: ScoredTerm,
  { lengthCodes, saturation }: ScoredRows,
  block: number,
  before: number,
  needed: number,
): number {
  const { bytes, rows, codes, count } = cursor;
  const { shares, norms } = saturation;
  const first = block * ROWS_PER_BLOCK;
  let { uncoded } = cursor;
  let now = before;
  for (let at = 0; at < count; at++) {
    const row = bytes[rows + at] as number;
    const code = ((bytes[codes + (at >> 1)] as number) >> ((at & 1) << 2)) & 15;
    const length = lengthCodes[first + row] as number;
    const share =
      code === 0
        ? shareOf(bytes[uncoded++] as number, norms[length] as number)
        : (shares[code * 256 + length] as number);
    const held = scores[row] as number;
    const score = held + weight * share;
    if (score < needed) continue;
    if (held === 0) candidates[now++] = row;
    scores[row] = score;
  }
  return now;
}

/** Adds the term's share to the rows touched before. */
function scoreNonEssentialTerm(
  { cursor, weight }: ScoredTerm,
  { lengthCodes, saturation }: ScoredRows,
  block: number,
): void {
  const { bytes, rows, count } = cursor;
  const first = block * ROWS_PER_BLOCK;
  for (let at = 0; at < count; at++) {
    const row = bytes[rows + at] as number;
    const held = scores[row] as number;
    if (held === 0) continue;
    const norm = saturation.norms[lengthCodes[first + row] as number] as number;
    scores[row] = held + weight * shareOf(cursor.frequencyAt(at), norm);
  }
}

function shareOf(frequency: number, norm: number): number {
  return frequency / (frequency + norm);
}

function offerCandidates(
  count: number,
  live: Uint32Array,
  block: number,
  top: TopRows,
  segment: number,
): void {
  const first = block * ROWS_PER_BLOCK;
  for (let at = 0; at < count; at++) {
    const row = candidates[at] as number;
    const score = scores[row] as number;
    scores[row] = 0;
    if (score >= top.threshold && hasRow(live, first + row)) top.offer(score, segment, first + row);
  }
}

function hasLive(live: Uint32Array, block: number): boolean {
  const words = ROWS_PER_BLOCK / 32;
  for (let at = block * words; at < (block + 1) * words; at++) if (live[at] !== 0) return true;
  return false;
}
