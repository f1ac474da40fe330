import type { ChunkHit } from "../../model/hit";
import type { IndexSegment } from "../index-segment";

/** A hit with the place it was found at. */
export interface FoundRow extends ChunkHit {
  readonly segment: IndexSegment;
  readonly row: number;
}

/** Better: a higher score, then the older document, then the earlier chunk, so that answers never depend on segments. */
export function compareHits(a: ChunkHit, b: ChunkHit): number {
  return b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal;
}

/** Keeps the best `limit` of the hits offered: a binary heap with the worst on top. */
export class TopHits {
  /** What a hit must reach to be kept. */
  threshold = 0;
  readonly #limit: number;
  readonly #heap: FoundRow[] = [];

  constructor(limit: number) {
    this.#limit = limit;
    if (limit <= 0) this.threshold = Number.POSITIVE_INFINITY;
  }

  offer(hit: FoundRow): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(hit);
      this.#rise(heap.length - 1);
    } else {
      const worst = heap[0];
      if (!worst || compareHits(hit, worst) > 0) return;
      heap[0] = hit;
      this.#sink();
    }
    if (heap.length === this.#limit) this.threshold = heap[0]?.score ?? 0;
  }

  /** Best first. */
  finish(): FoundRow[] {
    return this.#heap.sort(compareHits);
  }

  #rise(start: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const worse = this.#isWorse(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfWorse(worse, at)) return;
      at = worse;
    }
  }

  #isWorse(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    return first !== undefined && second !== undefined && compareHits(first, second) > 0;
  }

  #swapIfWorse(child: number, parent: number): boolean {
    if (!this.#isWorse(child, parent)) return false;
    const heap = this.#heap;
    const moved = heap[child] as FoundRow;
    heap[child] = heap[parent] as FoundRow;
    heap[parent] = moved;
    return true;
  }
}
