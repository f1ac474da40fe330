import { toBoundCode } from "../scoring/bm25";
import { ByteSink } from "./byte-sink";
import { MAX_INLINE_ROWS, ROWS_PER_BLOCK, toFrequencyCode } from "./postings-format";

/** Row lengths and norms of the segment being written. */
export interface WrittenRows {
  readonly lengthCodes: Uint8Array;
  readonly norms: Float64Array;
}

/** Writes the postings of one term after another; see postings-format.ts for their layout. */
export class PostingsWriter {
  readonly #out = new ByteSink();
  readonly #headers = new ByteSink();
  readonly #data = new ByteSink();
  readonly #written: WrittenRows;
  // The current term's postings, in the order they were added.
  #count = 0;
  #rows = new Uint32Array(ROWS_PER_BLOCK);
  #frequencies = new Uint8Array(ROWS_PER_BLOCK);
  #starts = new Uint32Array(ROWS_PER_BLOCK);
  readonly #positions = new ByteSink();
  #sorted = true;

  constructor(written: WrittenRows) {
    this.#written = written;
  }

  get length(): number {
    return this.#out.length;
  }

  /** Adds a row of the current term; its packed positions are `bytes[start..end]`. */
  add(row: number, frequency: number, bytes: Uint8Array, start: number, end: number): void {
    const at = this.#count++;
    if (at + 1 === this.#rows.length) this.#grow();
    if (at > 0 && row < (this.#rows[at - 1] as number)) this.#sorted = false;
    this.#rows[at] = row;
    this.#frequencies[at] = frequency;
    this.#positions.pushRange(bytes, start, end);
    this.#starts[at + 1] = this.#positions.length;
  }

  /** Ends the current term; returns its number of rows. Nothing is written for a term without rows. */
  endTerm(): number {
    const count = this.#count;
    if (count === 0) return 0;
    if (!this.#sorted) this.#sort();
    let last = 0;
    for (let start = 0; start < count; ) {
      const block = (this.#rows[start] as number) >> 8;
      let end = start + 1;
      while (end < count && (this.#rows[end] as number) >> 8 === block) end++;
      this.#writeBlock(block - last, start, end);
      last = block;
      start = end;
    }
    this.#out.pushVarint(count);
    this.#out.pushVarint(this.#headers.length);
    for (const part of [this.#headers, this.#data]) {
      this.#out.pushRange(part.bytes, 0, part.length);
      part.clear();
    }
    this.#count = 0;
    this.#positions.clear();
    this.#sorted = true;
    return count;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#out.bytes.slice(0, this.#out.length);
  }

  /** Merged segments may interleave; otherwise rows arrive in order. */
  #sort(): void {
    const rows = this.#rows.slice(0, this.#count);
    const frequencies = this.#frequencies.slice(0, this.#count);
    const starts = this.#starts.slice(0, this.#count + 1);
    const positions = this.#positions.bytes.slice(0, this.#positions.length);
    const order = [...rows.keys()].sort((a, b) => (rows[a] as number) - (rows[b] as number));
    this.#count = 0;
    this.#positions.clear();
    for (const at of order) {
      const [row, frequency] = [rows[at] as number, frequencies[at] as number];
      this.add(row, frequency, positions, starts[at] as number, starts[at + 1] as number);
    }
  }

  #writeBlock(gap: number, from: number, to: number): void {
    const headers = this.#headers;
    const data = this.#data;
    const rows = to - from;
    const begin = data.length;
    headers.pushVarint(4 * gap + (rows > MAX_INLINE_ROWS ? 0 : rows));
    for (let at = from; at < to; at++) data.push((this.#rows[at] as number) % ROWS_PER_BLOCK);
    if (rows === 1) {
      const positions = (this.#starts[to] as number) - (this.#starts[from] as number);
      headers.push(toFrequencyCode(this.#frequencies[from] as number) + 16 * positions);
    } else {
      for (let at = from; at < to; at += 2) {
        const second = at + 1 < to ? (this.#frequencies[at + 1] as number) : 0;
        data.push(toFrequencyCode(this.#frequencies[at] as number) + 16 * toFrequencyCode(second));
      }
    }
    for (let at = from; at < to; at++) {
      const frequency = this.#frequencies[at] as number;
      if (toFrequencyCode(frequency) === 0) data.push(frequency);
    }
    data.pushRange(this.#positions.bytes, this.#starts[from] as number, this.#starts[to] as number);
    if (rows > MAX_INLINE_ROWS) {
      headers.push(rows - 1);
      headers.push(toBoundCode(this.#largestRatio(from, to)));
    }
    if (rows > 1) headers.pushVarint(data.length - begin);
  }

  #largestRatio(from: number, to: number): number {
    const { lengthCodes, norms } = this.#written;
    let ratio = 0;
    for (let at = from; at < to; at++) {
      const norm = norms[lengthCodes[this.#rows[at] as number] as number] as number;
      ratio = Math.max(ratio, (this.#frequencies[at] as number) / norm);
    }
    return ratio;
  }

  #grow(): void {
    const size = this.#rows.length * 2;
    const rows = new Uint32Array(size);
    rows.set(this.#rows);
    this.#rows = rows;
    const starts = new Uint32Array(size);
    starts.set(this.#starts);
    this.#starts = starts;
    const frequencies = new Uint8Array(size);
    frequencies.set(this.#frequencies);
    this.#frequencies = frequencies;
  }
}
