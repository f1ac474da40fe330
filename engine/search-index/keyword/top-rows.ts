import { BestScores } from "./best-scores";

export interface TopRowsOptions {
  /** Rows kept. */
  readonly pool: number;
  /** Rows that will be left of them. */
  readonly wanted: number;
  /** The most a score can gain before the wanted ones are taken. */
  readonly bonus: number;
}

/** Sums in another order differ in their last bits. */
const SLACK = 1 + 1e-9;

/**
 * Keeps the best rows offered: a binary heap with the worst on top, in columns. Among equal scores the
 * earlier segment and row stays. A row no bonus can bring among the wanted ones need not be offered.
 */
export class TopRows {
  /** What a row must reach to be kept. */
  threshold = 0;
  count = 0;
  readonly scores: Float64Array;
  /** Number of the segment and row in it, of each row kept. */
  readonly segments: Uint32Array;
  readonly rows: Uint32Array;

  readonly #pool: number;
  readonly #bonus: number;
  readonly #best: BestScores;

  constructor({ pool, wanted, bonus }: TopRowsOptions) {
    this.scores = new Float64Array(pool);
    this.segments = new Uint32Array(pool);
    this.rows = new Uint32Array(pool);
    this.#pool = pool;
    this.#bonus = bonus * SLACK;
    this.#best = new BestScores(wanted);
    if (pool === 0) this.threshold = Number.POSITIVE_INFINITY;
  }

  offer(score: number, segment: number, row: number): void {
    if (this.count < this.#pool) {
      this.#put(this.count++, score, segment, row);
      this.#rise(this.count - 1);
    } else {
      if (!this.#beatsWorst(score, segment, row)) return;
      this.#put(0, score, segment, row);
      this.#sink();
    }
    this.#best.offer(score);
    this.threshold = Math.max(this.threshold, this.#best.least - this.#bonus);
    if (this.count === this.#pool) this.threshold = Math.max(this.threshold, this.scores[0] as number);
  }

  #put(at: number, score: number, segment: number, row: number): void {
    this.scores[at] = score;
    this.segments[at] = segment;
    this.rows[at] = row;
  }

  #rise(start: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let worst = at;
      if (this.#isWorse(2 * at + 1, worst)) worst = 2 * at + 1;
      if (this.#isWorse(2 * at + 2, worst)) worst = 2 * at + 2;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #beatsWorst(score: number, segment: number, row: number): boolean {
    if (score !== this.scores[0]) return score > (this.scores[0] as number);
    return segment === this.segments[0]
      ? row < (this.rows[0] as number)
      : segment < (this.segments[0] as number);
  }

  #isWorse(a: number, b: number): boolean {
    if (a >= this.count) return false;
    if (this.scores[a] !== this.scores[b]) return (this.scores[a] as number) < (this.scores[b] as number);
    if (this.segments[a] !== this.segments[b])
      return (this.segments[a] as number) > (this.segments[b] as number);
    return (this.rows[a] as number) > (this.rows[b] as number);
  }

  #swap(a: number, b: number): void {
    const score = this.scores[a] as number;
    const segment = this.segments[a] as number;
    const row = this.rows[a] as number;
    this.#put(a, this.scores[b] as number, this.segments[b] as number, this.rows[b] as number);
    this.#put(b, score, segment, row);
  }
}
