import { endOfPositions } from "./positions";
import { ANY_BOUND, frequencyOfCode, MAX_INLINE_ROWS, ROWS_PER_BLOCK } from "./postings-format";

/** Iterates over the blocks of one term's postings; see postings-format.ts for their layout. */
export class PostingsCursor {
  /** Rows of the term, deleted ones included. */
  readonly total: number;
  /** Number of the current block; Infinity past the last. */
  block = -1;
  /** Rows of the block. */
  count = 0;
  boundCode = 0;
  /** Offset of the rows' bytes. */
  rows = 0;
  /** Offset of the frequency codes, two in each byte, the first in the low half. */
  codes = 0;
  /** Offset of the next header, and of its data. */
  #header: number;
  #data: number;
  readonly #end: number;

  constructor(
    readonly bytes: Uint8Array,
    start: number,
  ) {
    this.#header = start;
    this.total = this.#varint();
    const length = this.#varint();
    this.#data = this.#header + length;
    this.#end = this.#data;
    this.next();
  }

  next(): void {
    this.seek(this.block + 1);
  }

  /**
   * Moves to the first block that is not before `wanted`. Not split into functions, because it takes most of the time
   * of queries.
   */
  seek(wanted: number): void {
    const { bytes } = this;
    let { block } = this;
    if (block >= wanted) return;
    let header = this.#header;
    let data = this.#data;
    let rows = data;
    let count = 0;
    let bound = ANY_BOUND;
    let codes = 0;
    while (block < wanted) {
      if (header >= this.#end) {
        this.block = Number.POSITIVE_INFINITY;
        return;
      }
      let byte = bytes[header++] as number;
      let head = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[header++] as number;
        head |= (byte & 127) << shift;
      }
      block = Math.max(block, 0) + (head >>> 2);
      rows = data;
      count = head & MAX_INLINE_ROWS;
      bound = ANY_BOUND;
      if (count === 1) {
        codes = header;
        byte = bytes[header++] as number;
        data += 1 + (byte >> 4) + ((byte & 15) === 0 ? 1 : 0);
        continue;
      }
      if (count === 0) {
        count = (bytes[header] as number) + 1;
        bound = bytes[header + 1] as number;
        header += 2;
      }
      codes = rows + count;
      byte = bytes[header++] as number;
      let size = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[header++] as number;
        size |= (byte & 127) << shift;
      }
      data += size;
    }
    this.block = block;
    this.rows = rows;
    this.count = count;
    this.boundCode = bound;
    this.codes = codes;
    this.#header = header;
    this.#data = data;
  }

  /** Offset of the frequencies that have no code. */
  get uncoded(): number {
    return this.count === 1 ? this.rows + 1 : this.codes + ((this.count + 1) >> 1);
  }

  /** Frequency of the block's `index`-th row. */
  frequencyAt(index: number): number {
    const code = codeAt(this.bytes, this.codes, index);
    return code === 0 ? (this.bytes[this.#skipUncoded(index)] as number) : frequencyOfCode(code);
  }

  /** Offset of the packed positions of the block's first row. */
  firstPositions(): number {
    return this.#skipUncoded(this.count);
  }

  /** Offset of the packed positions of a row of the current block; -1 when the term is not in the row. */
  positionsOf(rowInBlock: number): number {
    const { bytes, rows, count } = this;
    let index = 0;
    while (index < count && (bytes[rows + index] as number) < rowInBlock) index++;
    if (index === count || bytes[rows + index] !== rowInBlock) return -1;
    let start = this.firstPositions();
    for (let passed = 0; passed < index; passed++) start = endOfPositions(bytes, start);
    return start;
  }

  /** Calls `visit` for each remaining row: its number, its frequency, and the offset of its positions. */
  visitRows(visit: (row: number, frequency: number, start: number, end: number) => void): void {
    const { bytes } = this;
    for (; this.block !== Number.POSITIVE_INFINITY; this.next()) {
      const first = this.block * ROWS_PER_BLOCK;
      let start = this.firstPositions();
      let { uncoded } = this;
      for (let at = 0; at < this.count; at++) {
        const code = codeAt(bytes, this.codes, at);
        const frequency = code === 0 ? (bytes[uncoded++] as number) : frequencyOfCode(code);
        const end = endOfPositions(bytes, start);
        visit(first + (bytes[this.rows + at] as number), frequency, start, end);
        start = end;
      }
    }
  }

  /** The offset after the frequencies without code of the first `count` rows. */
  #skipUncoded(count: number): number {
    let after = this.uncoded;
    for (let at = 0; at < count; at++) if (codeAt(this.bytes, this.codes, at) === 0) after++;
    return after;
  }

  #varint(): number {
    const { bytes } = this;
    let byte = bytes[this.#header++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.#header++] as number;
      value |= (byte & 127) << shift;
    }
    return value;
  }
}

/** The frequency code of the `index`-th row; 0 where the frequency has no code. */
function codeAt(bytes: Uint8Array, codes: number, index: number): number {
  return ((bytes[codes + (index >> 1)] as number) >> ((index & 1) << 2)) & 15;
}
