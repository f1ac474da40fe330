import { TopScores } from "./top-scores";

/** A row and its segment. */
export interface ScoredRow {
  /** Number of the segment in the set. */
  readonly segment: number;
  readonly row: number;
  readonly score: number;
}

export interface TopRowsOptions {
  /** Rows kept. */
  readonly pool: number;
  /** Rows that are wanted in the end. */
  readonly wanted: number;
  /** The most that a bonus can add to a score. */
  readonly bonus: number;
}

/** Sums in another order differ in their last bits. */
const SLACK = 1 + 1e-9;
/** Offers are reduced when this many times the pool have accumulated; most queries make fewer. */
const POOLS_HELD = 4;

/**
 * Keeps the best rows offered; among equal scores the earlier segment and row. A row that no bonus can bring among the
 * wanted ones need not be offered.
 */
export class TopRows {
  /** The score that a row needs to be kept. */
  threshold = 0;
  readonly #pool: number;
  readonly #bonus: number;
  readonly #best: TopScores;
  #held: ScoredRow[] = [];

  constructor({ pool, wanted, bonus }: TopRowsOptions) {
    this.#pool = pool;
    this.#bonus = bonus * SLACK;
    this.#best = new TopScores(wanted);
    if (pool === 0) this.threshold = Number.POSITIVE_INFINITY;
  }

  offer(score: number, segment: number, row: number): void {
    this.#held.push({ segment, row, score });
    this.#best.offer(score);
    this.threshold = Math.max(this.threshold, this.#best.threshold - this.#bonus);
    if (this.#held.length >= this.#pool * POOLS_HELD) this.#held = this.#prune();
  }

  /** The rows kept, by segment and row. */
  take(): readonly ScoredRow[] {
    return this.#prune().sort((a, b) => a.segment - b.segment || a.row - b.row);
  }

  #prune(): ScoredRow[] {
    const kept = this.#held.filter(({ score }) => score >= this.threshold);
    if (kept.length <= this.#pool) return kept;
    kept.sort((a, b) => b.score - a.score || a.segment - b.segment || a.row - b.row);
    kept.length = this.#pool;
    this.threshold = Math.max(this.threshold, kept[this.#pool - 1]?.score ?? 0);
    return kept;
  }
}
