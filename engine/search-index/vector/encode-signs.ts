import { type Codes, dequantiseRow } from "./quantise";

/** Rows of a block, which is stored column by column. */
export const BLOCK = 32;

/**
 * One bit for each value, its side of the mean. Each row also has the two numbers that turn the sum of `±(query -
 * mean)` into an estimate of the dot product (RaBitQ, Gao and Long, 2024).
 */
export interface Signs {
  readonly mean: Float32Array<ArrayBuffer>;
  /** Byte `column` of row `r` of block `b` is at `(b * columns + column) * 32 + r`. */
  readonly bits: Uint8Array<ArrayBuffer>;
  /** Length of the centred row divided by its projection on its own signs. */
  readonly stretch: Float32Array<ArrayBuffer>;
  /** Dot product of row and mean. */
  readonly along: Float32Array<ArrayBuffer>;
}

export function padRows(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

export function encodeSigns(codes: Codes): Signs {
  const encoder = new SignsEncoder(codes);
  encoder.measure(0, codes.scales.length);
  return encoder.finish(0, codes.scales.length);
}

/** Encodes in slices, so that a merge never blocks for long: `measure` every row first, then `finish` every row. */
export class SignsEncoder {
  readonly #codes: Codes;
  readonly #sums: Float64Array;
  readonly #values: Float32Array;
  #signs: Signs | undefined;

  constructor(codes: Codes) {
    this.#codes = codes;
    this.#sums = new Float64Array(codes.width);
    this.#values = new Float32Array(codes.width);
  }

  /** Adds rows to the mean. */
  measure(from: number, to: number): void {
    const sums = this.#sums;
    const values = this.#values;
    for (let row = from; row < to; row++) {
      dequantiseRow(row, this.#codes, values);
      for (let at = 0; at < values.length; at++) sums[at] = (sums[at] as number) + (values[at] as number);
    }
  }

  /** Encodes rows; the signs are complete after the last row. */
  finish(from: number, to: number): Signs {
    this.#signs ??= this.#allocate();
    for (let row = from; row < to; row++) {
      dequantiseRow(row, this.#codes, this.#values);
      encodeRow(this.#values, row, this.#signs);
    }
    return this.#signs;
  }

  #allocate(): Signs {
    const rows = this.#codes.scales.length;
    const padded = padRows(rows);
    return {
      mean: Float32Array.from(this.#sums, (sum) => sum / Math.max(1, rows)),
      bits: new Uint8Array((padded * this.#codes.width) / 8),
      stretch: new Float32Array(padded),
      along: new Float32Array(padded),
    };
  }
}

function encodeRow(values: Float32Array, row: number, { mean, bits, stretch, along }: Signs): void {
  const columns = values.length / 8;
  const first = Math.floor(row / BLOCK) * BLOCK * columns + (row % BLOCK);
  let reach = 0;
  let square = 0;
  let dot = 0;
  for (let column = 0; column < columns; column++) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit++) {
      const middle = mean[column * 8 + bit] as number;
      const value = values[column * 8 + bit] as number;
      const centred = value - middle;
      if (centred > 0) byte |= 1 << bit;
      reach += Math.abs(centred);
      square += centred * centred;
      dot += value * middle;
    }
    bits[first + column * BLOCK] = byte;
  }
  stretch[row] = reach > 0 ? square / reach : 0;
  along[row] = dot;
}
