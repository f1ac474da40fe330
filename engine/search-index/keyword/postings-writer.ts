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
  readonly #written: WrittenRows;
  // The current term's postings, in the order they came.
  #rows: number[] = [];
  #frequencies: number[] = [];
  #starts: number[] = [];
  readonly #positions = new ByteSink();
  #sorted = true;

  constructor(written: WrittenRows) {
    this.#written = written;
  }

  get length(): number {
    return this.#out.length;
  }

  /** Takes a row of the current term; its packed positions are `bytes[start..end]`. */
  add(row: number, frequency: number, bytes: Uint8Array, start: number, end: number): void {
    const rows = this.#rows;
    if (rows.length > 0 && row < (rows[rows.length - 1] as number)) this.#sorted = false;
    rows.push(row);
    this.#frequencies.push(frequency);
    this.#starts.push(this.#positions.length);
    for (let at = start; at < end; at++) this.#positions.push(bytes[at] as number);
  }

  /** Ends the current term; returns how many rows it has. */
  endTerm(): number {
    const count = this.#rows.length;
    this.#starts.push(this.#positions.length);
    const order = this.#sorted ? undefined : this.#order();
    let last = 0;
    for (let start = 0; start < count; ) {
      const block = (this.#rows[order?.[start] ?? start] as number) >> 8;
      let end = start + 1;
      while (end < count && (this.#rows[order?.[end] ?? end] as number) >> 8 === block) end++;
      this.#writeBlock(block - last, start, end, order);
      last = block;
      start = end;
    }
    this.#rows.length = 0;
    this.#frequencies.length = 0;
    this.#starts.length = 0;
    this.#positions.clear();
    this.#sorted = true;
    return count;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#out.view().slice();
  }

  /** Merged segments may interleave; otherwise rows arrive in order. */
  #order(): readonly number[] {
    const rows = this.#rows;
    return [...rows.keys()].sort((a, b) => (rows[a] as number) - (rows[b] as number));
  }

  #writeBlock(gap: number, from: number, to: number, order: readonly number[] | undefined): void {
    const out = this.#out;
    const { lengthCodes, norms } = this.#written;
    let ratio = 0;
    let bytes = 0;
    for (let at = from; at < to; at++) {
      const index = order?.[at] ?? at;
      const norm = norms[lengthCodes[this.#rows[index] as number] as number] as number;
      ratio = Math.max(ratio, (this.#frequencies[index] as number) / norm);
      bytes += (this.#starts[index + 1] as number) - (this.#starts[index] as number);
    }
    out.pushVarint(gap);
    out.push(to - from - 1);
    out.push(toBoundCode(ratio));
    out.pushVarint(bytes);
    for (let at = from; at < to; at++) out.push((this.#rows[order?.[at] ?? at] as number) % ROWS_PER_BLOCK);
    for (let at = from; at < to; at++) out.push(this.#frequencies[order?.[at] ?? at] as number);
    const positions = this.#positions.view();
    for (let at = from; at < to; at++) {
      const index = order?.[at] ?? at;
      for (let p = this.#starts[index] as number; p < (this.#starts[index + 1] as number); p++) {
        out.push(positions[p] as number);
      }
    }
  }
}
