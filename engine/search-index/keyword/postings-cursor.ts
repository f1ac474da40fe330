import { endOfPositions } from "./positions";

/** Walks the blocks of one term's postings; see postings-writer.ts for their layout. */
export class PostingsCursor {
  /** Number of the current block; Infinity past the last. */
  block = 0;
  /** Rows of the block. */
  count = 0;
  boundCode = 0;
  /** Offset of the rows' bytes; frequencies follow `count` later, positions 2 × `count` later. */
  rows = 0;
  #next: number;

  constructor(
    readonly bytes: Uint8Array,
    start: number,
    readonly end: number,
  ) {
    this.#next = start;
    this.next();
  }

  next(): void {
    let at = this.#next;
    if (at >= this.end) {
      this.block = Number.POSITIVE_INFINITY;
      return;
    }
    const { bytes } = this;
    let byte = bytes[at++] as number;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      gap |= (byte & 127) << shift;
    }
    this.block += gap;
    this.count = (bytes[at++] as number) + 1;
    this.boundCode = bytes[at++] as number;
    byte = bytes[at++] as number;
    let positionBytes = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      positionBytes |= (byte & 127) << shift;
    }
    this.rows = at;
    this.#next = at + 2 * this.count + positionBytes;
  }

  /** Moves to the first block that is not before `block`. */
  seek(block: number): void {
    while (this.block < block) this.next();
  }

  /** Offset of the packed positions of a row of the current block; -1 when the term is not in the row. */
  positionsOf(rowInBlock: number): number {
    const { bytes, rows, count } = this;
    let index = 0;
    while (index < count && (bytes[rows + index] as number) < rowInBlock) index++;
    if (index === count || bytes[rows + index] !== rowInBlock) return -1;
    let start = rows + 2 * count;
    for (let passed = 0; passed < index; passed++) start = endOfPositions(bytes, start);
    return start;
  }
}
