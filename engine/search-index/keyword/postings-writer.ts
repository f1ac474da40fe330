import { toBoundCode } from "./bm25";
import { ByteSink } from "./byte-sink";

/** Rows of a block, so that a row inside it is one byte. All terms share the same borders. */
export const ROWS_PER_BLOCK = 256;
/** More places of one word in one chunk tell nothing new about phrases. */
export const MOST_POSITIONS = 15;

/** Row lengths and norms of the segment being written. */
export interface WrittenRows {
  readonly lengthCodes: Uint8Array;
  readonly norms: Float64Array;
}

/**
 * Writes the postings of one term after another. A block is: varint blocks passed since the last one, rows
 * - 1, bound code, varint bytes of positions; then a byte a row, a frequency a row, and the positions.
 */
export class PostingsWriter {
  readonly #out = new ByteSink();
  readonly #rows: WrittenRows;
  readonly #positions = new ByteSink();
  #posted: { row: number; frequency: number; start: number; end: number }[] = [];

  constructor(rows: WrittenRows) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#out.length;
  }

  /** Takes a row of the current term; `positions` as `packPositions` makes them. */
  add(row: number, frequency: number, positions: Uint8Array): void {
    const start = this.#positions.length;
    this.#positions.pushAll(positions);
    this.#posted.push({ row, frequency, start, end: this.#positions.length });
  }

  /** Ends the current term; returns how many rows it has. */
  endTerm(): number {
    const posted = this.#posted;
    // Merged segments may interleave; otherwise rows arrive in order.
    if (posted.some(({ row }, index) => row < (posted[index - 1]?.row ?? 0)))
      posted.sort((a, b) => a.row - b.row);
    let last = 0;
    for (let start = 0; start < posted.length; ) {
      const block = blockOf(posted[start]);
      let end = start + 1;
      while (end < posted.length && blockOf(posted[end]) === block) end++;
      this.#writeBlock(posted.slice(start, end), block - last);
      last = block;
      start = end;
    }
    this.#posted = [];
    this.#positions.clear();
    return posted.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#out.view().slice();
  }

  #writeBlock(
    posted: readonly { row: number; frequency: number; start: number; end: number }[],
    gap: number,
  ) {
    const out = this.#out;
    const { lengthCodes, norms } = this.#rows;
    let ratio = 0;
    let bytes = 0;
    for (const { row, frequency, start, end } of posted) {
      ratio = Math.max(ratio, frequency / (norms[lengthCodes[row] as number] as number));
      bytes += end - start;
    }
    out.pushVarint(gap);
    out.push(posted.length - 1);
    out.push(toBoundCode(ratio));
    out.pushVarint(bytes);
    for (const { row } of posted) out.push(row % ROWS_PER_BLOCK);
    for (const { frequency } of posted) out.push(frequency);
    const positions = this.#positions.view();
    for (const { start, end } of posted) out.pushAll(positions.subarray(start, end));
  }
}

function blockOf(posting: { readonly row: number } | undefined): number {
  return Math.floor((posting?.row ?? 0) / ROWS_PER_BLOCK);
}
