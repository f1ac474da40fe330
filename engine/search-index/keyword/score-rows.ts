import { hasRow } from "../segment/live-rows";
import type { PostingsCursor } from "./postings-cursor";
import { ROWS_PER_BLOCK } from "./postings-writer";

/** A query term in one segment. */
export interface ScoredTerm {
  readonly cursor: PostingsCursor;
  /** The most the term can add to a score. */
  readonly weight: number;
}

export interface ScoredRows {
  /** Rows that may be found, one bit a row. */
  readonly live: Uint32Array;
  readonly lengthCodes: Uint8Array;
  /** By length code, see bm25.ts. */
  readonly norms: Float64Array;
  /** By bound code, see bm25.ts. */
  readonly bounds: Float64Array;
}

/** Receives rows in order; returns the score that later rows must reach. */
export type VisitRow = (row: number, score: number) => number;

/** Sums in another order differ in their last bits; a bound must never fall below the score it bounds. */
const SLACK = 1 + 1e-9;

/**
 * Scores the rows that can reach the threshold. A block is left out when the best each term has in it
 * cannot add up to the threshold (block-max pruning, Ding and Suel 2011), and terms too weak to carry a row
 * to the threshold alone don't choose blocks at all (MaxScore, Turtle and Flood 1995).
 */
export function scoreRows(
  terms: readonly ScoredTerm[],
  rows: ScoredRows,
  threshold: number,
  visit: VisitRow,
): void {
  const scorer = new BlockScorer(terms, rows);
  let needed = threshold;
  for (
    let block = scorer.nextBlock(needed);
    block !== Number.POSITIVE_INFINITY;
    block = scorer.nextBlock(needed)
  ) {
    if (scorer.enter(block, needed)) needed = scorer.score(block, needed, visit);
    scorer.leave(block);
  }
}

class BlockScorer {
  /** Weakest first. */
  readonly #terms: readonly ScoredTerm[];
  readonly #rows: ScoredRows;
  /** Terms with postings in the current block, strongest first. */
  #present: { readonly term: ScoredTerm; readonly bound: number }[] = [];
  readonly #scores = new Float64Array(ROWS_PER_BLOCK);
  readonly #touched = new Uint8Array(ROWS_PER_BLOCK);

  constructor(terms: readonly ScoredTerm[], rows: ScoredRows) {
    this.#terms = [...terms].sort((a, b) => a.weight - b.weight);
    this.#rows = rows;
  }

  /** The next block that holds a term strong enough. */
  nextBlock(needed: number): number {
    let next = Number.POSITIVE_INFINITY;
    let reach = 0;
    for (const { cursor, weight } of this.#terms) {
      reach += weight * SLACK;
      if (reach >= needed && cursor.block < next) next = cursor.block;
    }
    return next;
  }

  /** Gathers the terms present; false when no live row of the block can reach `needed`. */
  enter(block: number, needed: number): boolean {
    const { bounds, live } = this.#rows;
    this.#present = [];
    if (!hasLive(live, block)) return false;
    let reach = 0;
    for (let at = this.#terms.length - 1; at >= 0; at--) {
      const term = this.#terms[at] as ScoredTerm;
      const { cursor, weight } = term;
      if (cursor.block < block) cursor.seek(block);
      if (cursor.block !== block) continue;
      const bound = weight * (bounds[cursor.boundCode] as number) * SLACK;
      reach += bound;
      this.#present.push({ term, bound });
    }
    return reach >= needed;
  }

  leave(block: number): void {
    for (const { cursor } of this.#terms) if (cursor.block <= block) cursor.seek(block + 1);
  }

  score(block: number, threshold: number, visit: VisitRow): number {
    const present = this.#present.sort((a, b) => b.bound - a.bound);
    let rest = present.reduce((sum, { bound }) => sum + bound, 0);
    let touched = 0;
    for (const { term, bound } of present) {
      // Once the terms left cannot carry a row alone, only rows already touched matter.
      if (rest >= threshold) touched = this.#addAll(term, block, touched);
      else this.#addTouched(term, block);
      rest -= bound;
    }
    return this.#visitTouched(block, touched, threshold, visit);
  }

  #addAll({ cursor, weight }: ScoredTerm, block: number, before: number): number {
    const { lengthCodes, norms } = this.#rows;
    const { bytes, rows, count } = cursor;
    const scores = this.#scores;
    const first = block * ROWS_PER_BLOCK;
    let touched = before;
    for (let at = rows; at < rows + count; at++) {
      const row = bytes[at] as number;
      const frequency = bytes[at + count] as number;
      const held = scores[row] as number;
      if (held === 0) this.#touched[touched++] = row;
      scores[row] =
        held + (weight * frequency) / (frequency + (norms[lengthCodes[first + row] as number] as number));
    }
    return touched;
  }

  #addTouched({ cursor, weight }: ScoredTerm, block: number): void {
    const { lengthCodes, norms } = this.#rows;
    const { bytes, rows, count } = cursor;
    const scores = this.#scores;
    const first = block * ROWS_PER_BLOCK;
    for (let at = rows; at < rows + count; at++) {
      const row = bytes[at] as number;
      const held = scores[row] as number;
      if (held === 0) continue;
      const frequency = bytes[at + count] as number;
      scores[row] =
        held + (weight * frequency) / (frequency + (norms[lengthCodes[first + row] as number] as number));
    }
  }

  #visitTouched(block: number, touched: number, threshold: number, visit: VisitRow): number {
    const { live } = this.#rows;
    const first = block * ROWS_PER_BLOCK;
    let needed = threshold;
    for (let at = 0; at < touched; at++) {
      const row = this.#touched[at] as number;
      const score = this.#scores[row] as number;
      this.#scores[row] = 0;
      if (score >= needed && hasRow(live, first + row)) needed = visit(first + row, score);
    }
    return needed;
  }
}

function hasLive(live: Uint32Array, block: number): boolean {
  const words = ROWS_PER_BLOCK / 32;
  for (let at = block * words; at < (block + 1) * words; at++) if (live[at] !== 0) return true;
  return false;
}
