const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The terms of a segment in the order of their UTF-8 bytes, read in place. */
export interface Dictionary {
  readonly count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Term `i` is `bytes[termStarts[i]..termStarts[i + 1]]`. */
  readonly termStarts: Uint32Array<ArrayBuffer>;
  /** Postings of term `i` start here and end where those of `i + 1` start. */
  readonly postingsStarts: Uint32Array<ArrayBuffer>;
}

export function encodeTerm(term: string): Uint8Array {
  return encoder.encode(term);
}

export function termBytes({ bytes, termStarts }: Dictionary, index: number): Uint8Array {
  return bytes.subarray(termStarts[index], termStarts[index + 1]);
}

/** Below 0 when term `i` of `a` comes before term `j` of `b`. */
export function compareTerms(a: Dictionary, i: number, b: Dictionary, j: number): number {
  return compareAt(a, i, termBytes(b, j));
}

export function termAt(dictionary: Dictionary, index: number): string {
  return decoder.decode(termBytes(dictionary, index));
}

/** Index of the term, or -1. */
export function findTerm(dictionary: Dictionary, term: Uint8Array): number {
  const index = lowerBound(dictionary, term);
  return index < dictionary.count && compareAt(dictionary, index, term) === 0 ? index : -1;
}

/** Index of the first term that is not before `key`. */
export function lowerBound(dictionary: Dictionary, key: Uint8Array, from = 0, to = dictionary.count): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAt(dictionary, middle, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Below 0 when the term at `index` comes before `key`. */
function compareAt({ bytes, termStarts }: Dictionary, index: number, key: Uint8Array): number {
  const start = termStarts[index] as number;
  const length = (termStarts[index + 1] as number) - start;
  const shared = Math.min(length, key.length);
  for (let at = 0; at < shared; at++) {
    const difference = (bytes[start + at] as number) - (key[at] as number);
    if (difference !== 0) return difference;
  }
  return length - key.length;
}
