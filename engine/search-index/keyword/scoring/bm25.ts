/**
 * BM25 over weighted fields (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
 * 2004): a term's frequency counts the weight of its fields, and a chunk's length is that of its weighted words.
 */

import { CODES, frequencyOfCode } from "../postings/postings-format";

/** Frequencies and lengths are stored in quarters, so that a field may weigh less than the body's 1. */
export const QUARTERS = 4;

/** Weights of the fields in quarters. */
export const FIELD_WEIGHTS = { title: 8, headings: 6, body: 4, author: 2 } as const;

export const K1 = 1.2;
export const B = 0.65;

/**
 * Lengths are stored in one byte, with 16 steps for each doubling: within 2.2 % of the true length, up to 16,000 words.
 */
const STEPS_PER_DOUBLING = 16;

export function toLengthCode(length: number): number {
  return Math.min(255, Math.round(STEPS_PER_DOUBLING * Math.log2(1 + length)));
}

/** The length in quarters of each code. */
export const LENGTHS: Float64Array = Float64Array.from(
  { length: 256 },
  (_, code) => 2 ** (code / STEPS_PER_DOUBLING) - 1,
);

/** What each length code adds to the frequency in the denominator, at an average length in quarters. */
export function toNorms(averageLength: number): Float64Array {
  const average = Math.max(averageLength, 1);
  return LENGTHS.map((length) => K1 * QUARTERS * (1 - B + (B * length) / average));
}

/** The share of its weight that a term adds to a row's score, at an average length in quarters. */
export interface Saturation {
  /** By length code. */
  readonly norms: Float64Array;
  /** `frequency / (frequency + norm)` at 256 × frequency code + length code. */
  readonly shares: Float64Array;
}

export function toSaturation(averageLength: number): Saturation {
  const norms = toNorms(averageLength);
  const shares = Float64Array.from({ length: CODES * norms.length }, (_, at) => {
    const frequency = frequencyOfCode(at >> 8);
    return frequency / (frequency + (norms[at & 255] as number));
  });
  return { norms, shares };
}

/** The inverse document frequency of a term in `frequency` of `chunks` chunks; always above 0. */
export function inverseDocumentFrequency(frequency: number, chunks: number): number {
  return Math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5));
}

/** The largest `frequency / norm` of a block in one byte, rounded up so that no score can exceed it. */
export function toBoundCode(ratio: number): number {
  return Math.max(0, Math.min(255, Math.ceil(STEPS_PER_DOUBLING * Math.log2(ratio)) + 128));
}

/** The bound of each bound code; the last one is unlimited. */
const RATIOS: Float64Array = Float64Array.from({ length: 256 }, (_, code) =>
  code === 255 ? Number.MAX_VALUE : 2 ** ((code - 128) / STEPS_PER_DOUBLING),
);

/**
 * The largest share of a term's weight that each bound code allows. Codes were made at the segment's average length; a
 * longer average now makes norms smaller, at most by the ratio of the two.
 */
export function toBounds(sealedAverage: number, average: number): Float64Array {
  const shrink = Math.min(1, Math.max(sealedAverage, 1) / Math.max(average, 1));
  return RATIOS.map((ratio) => ratio / (ratio + shrink));
}
