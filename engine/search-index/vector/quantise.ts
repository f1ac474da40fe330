/** Vectors are padded with zeros to a multiple of this, which the kernel's loops step by. */
const STEP = 16;
/** The sum of products of a 12-bit query and int8 codes stays inside an int32 up to this width. */
const WIDEST = 4096;

/** Rows of 12 bits a value: `value = (16 * code + residue) / 16 * scale`, residue in -8..7. */
export interface Codes {
  /** Bytes of a row in `codes`: the dimensions, padded. */
  readonly width: number;
  readonly codes: Int8Array<ArrayBuffer>;
  /** Two values a byte, the even one in the low half. */
  readonly residues: Uint8Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
}

/** Throws RangeError when the index cannot hold vectors of that many dimensions. */
export function widthOf(dimensions: number): number {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > WIDEST) {
    throw new RangeError(
      `Cannot index vectors of ${dimensions} dimensions: between 1 and ${WIDEST} are possible`,
    );
  }
  return Math.ceil(dimensions / STEP) * STEP;
}

export function allocateCodes(rows: number, width: number): Codes {
  return {
    width,
    codes: new Int8Array(rows * width),
    residues: new Uint8Array((rows * width) / 2),
    scales: new Float32Array(rows),
  };
}

/** Writes `vector` to row `row`: the largest value becomes ±127, the rest in proportion. */
export function quantiseRow(
  vector: Float32Array,
  row: number,
  { width, codes, residues, scales }: Codes,
): void {
  let largest = 0;
  for (let at = 0; at < vector.length; at++) largest = Math.max(largest, Math.abs(vector[at] as number));
  if (!(largest > 0)) return;
  scales[row] = largest / 127;
  const first = row * width;
  const factor = 127 / largest;
  for (let at = 0; at < vector.length; at++) {
    const exact = (vector[at] as number) * factor;
    const code = Math.round(exact);
    const residue = Math.min(7, Math.round((exact - code) * 16)) & 15;
    codes[first + at] = code;
    residues[(first + at) >> 1] = (residues[(first + at) >> 1] as number) | (residue << ((at & 1) * 4));
  }
}

/** The values of a row, to `out`. */
export function dequantiseRow(
  row: number,
  { width, codes, residues, scales }: Codes,
  out: Float32Array,
): void {
  const first = row * width;
  const scale = (scales[row] as number) / 16;
  for (let at = 0; at < width; at += 2) {
    const pair = residues[(first + at) >> 1] as number;
    // Shifting a half to the top and back gives it its sign.
    out[at] = (16 * (codes[first + at] as number) + ((pair << 28) >> 28)) * scale;
    out[at + 1] = (16 * (codes[first + at + 1] as number) + ((pair << 24) >> 28)) * scale;
  }
}

/** Dot product of a float query, padded to the width, with a row. */
export function dotRow(query: Float32Array, row: number, { width, codes, residues, scales }: Codes): number {
  const first = row * width;
  let sum = 0;
  for (let at = 0; at < width; at += 2) {
    const pair = residues[(first + at) >> 1] as number;
    sum += (query[at] as number) * (16 * (codes[first + at] as number) + ((pair << 28) >> 28));
    sum += (query[at + 1] as number) * (16 * (codes[first + at + 1] as number) + ((pair << 24) >> 28));
  }
  return (sum * (scales[row] as number)) / 16;
}

/** Copies a row as it is, so that merging never loses precision. */
export function copyRow(source: Codes, row: number, target: Codes, to: number): void {
  const { width } = source;
  target.codes.set(source.codes.subarray(row * width, (row + 1) * width), to * width);
  const half = width / 2;
  target.residues.set(source.residues.subarray(row * half, (row + 1) * half), to * half);
  target.scales[to] = source.scales[row] as number;
}
