/** The best scores offered, without their rows: a binary heap with the smallest on top. */
export class TopScores {
  readonly #scores: Float64Array;
  #count = 0;

  constructor(limit: number) {
    this.#scores = new Float64Array(limit);
  }

  /** The smallest of the best; -Infinity until there are enough. */
  get threshold(): number {
    return this.#count === this.#scores.length && this.#count > 0
      ? (this.#scores[0] as number)
      : Number.NEGATIVE_INFINITY;
  }

  offer(score: number): void {
    if (this.#count < this.#scores.length) this.#siftUp(this.#count++, score);
    else if (score > this.threshold) this.#siftDown(score);
  }

  #siftUp(start: number, score: number): void {
    const scores = this.#scores;
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((scores[parent] as number) <= score) break;
      scores[at] = scores[parent] as number;
      at = parent;
    }
    scores[at] = score;
  }

  /** Replaces the smallest by the score. */
  #siftDown(score: number): void {
    const scores = this.#scores;
    let at = 0;
    for (let child = 1; child < scores.length; child = 2 * at + 1) {
      if (child + 1 < scores.length && (scores[child + 1] as number) < (scores[child] as number)) child++;
      if ((scores[child] as number) >= score) break;
      scores[at] = scores[child] as number;
      at = child;
    }
    scores[at] = score;
  }
}
