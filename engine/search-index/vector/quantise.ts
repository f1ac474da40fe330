/** Vectors are padded with zeros to a multiple of this, the step of the kernel's loops. */
const WIDTH_STEP = 16;
/** Up to this width the sum of products of a 12-bit query and int8 codes fits an int32. */
const MAX_WIDTH = 4096;

/** Rows of ten bits for each value: `value = (4 * code + residue) / 4 * scale`, residue in -2..1. */
export interface Codes {
  /** Bytes of a row in `codes`: the dimensions, padded. */
  readonly width: number;
  readonly codes: Int8Array<ArrayBuffer>;
  /** Four values in each byte, the first in the lowest bits; empty where residues were dropped, and all are 0. */
  readonly residues: Uint8Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
}

/** Throws RangeError when the index cannot hold vectors of that many dimensions. */
export function widthOf(dimensions: number): number {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MAX_WIDTH) {
    throw new RangeError(
      `Cannot index vectors of ${dimensions} dimensions: between 1 and ${MAX_WIDTH} are possible`,
    );
  }
  return Math.ceil(dimensions / WIDTH_STEP) * WIDTH_STEP;
}

export function allocateCodes(rows: number, width: number, withResidues = true): Codes {
  return {
    width,
    codes: new Int8Array(rows * width),
    residues: new Uint8Array(withResidues ? (rows * width) / 4 : 0),
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
  const factor = (4 * 127) / largest;
  for (let at = 0; at < vector.length; at++) {
    const fine = Math.round((vector[at] as number) * factor);
    const code = (fine + 2) >> 2;
    codes[first + at] = code;
    const byte = (first + at) >> 2;
    residues[byte] = (residues[byte] as number) | (((fine - 4 * code) & 3) << ((at & 3) * 2));
  }
}

/** Writes the values of a row to `out`. */
export function dequantiseRow(
  row: number,
  { width, codes, residues, scales }: Codes,
  out: Float32Array,
): void {
  const first = row * width;
  const scale = (scales[row] as number) / 4;
  const hasResidues = residues.length > 0;
  for (let at = 0; at < width; at += 4) {
    const four = hasResidues ? (residues[(first + at) >> 2] as number) : 0;
    // Shifting two bits to the top and back extends their sign.
    out[at] = (4 * (codes[first + at] as number) + ((four << 30) >> 30)) * scale;
    out[at + 1] = (4 * (codes[first + at + 1] as number) + ((four << 28) >> 30)) * scale;
    out[at + 2] = (4 * (codes[first + at + 2] as number) + ((four << 26) >> 30)) * scale;
    out[at + 3] = (4 * (codes[first + at + 3] as number) + ((four << 24) >> 30)) * scale;
  }
}

/** Dot product of a float query, padded to the width, with a row. */
export function dotRow(query: Float32Array, row: number, { width, codes, residues, scales }: Codes): number {
  const first = row * width;
  const hasResidues = residues.length > 0;
  let sum = 0;
  for (let at = 0; at < width; at += 4) {
    const four = hasResidues ? (residues[(first + at) >> 2] as number) : 0;
    sum += (query[at] as number) * (4 * (codes[first + at] as number) + ((four << 30) >> 30));
    sum += (query[at + 1] as number) * (4 * (codes[first + at + 1] as number) + ((four << 28) >> 30));
    sum += (query[at + 2] as number) * (4 * (codes[first + at + 2] as number) + ((four << 26) >> 30));
    sum += (query[at + 3] as number) * (4 * (codes[first + at + 3] as number) + ((four << 24) >> 30));
  }
  return (sum * (scales[row] as number)) / 4;
}

/** Copies a row without re-encoding, so that merging loses no precision. */
export function copyRow(source: Codes, row: number, target: Codes, to: number): void {
  const { width } = source;
  target.codes.set(source.codes.subarray(row * width, (row + 1) * width), to * width);
  if (target.residues.length > 0) {
    const quarter = width / 4;
    target.residues.set(source.residues.subarray(row * quarter, (row + 1) * quarter), to * quarter);
  }
  target.scales[to] = source.scales[row] as number;
}
