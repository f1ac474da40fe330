import { type Dictionary, encodeTerm, lowerBound } from "./dictionary";

/** A range of neighbouring terms of a dictionary, `[from, to)`. */
export type TermRange = readonly [number, number];

/** Greater than any byte of UTF-8: closes a range of terms with one prefix. */
const MAX_BYTE = 0xff;

/** The terms that start with `prefix`. */
export function findPrefix(dictionary: Dictionary, prefix: Uint8Array): TermRange {
  const from = lowerBound(dictionary, prefix);
  return [from, lowerBound(dictionary, Uint8Array.of(...prefix, MAX_BYTE), from)];
}

/**
 * The terms within one typo of `word`: a character too many, too few, wrong, or swapped with its neighbour. With
 * `asPrefix`, also terms with such a prefix. Added and changed characters are searched among those of the same length
 * in UTF-8, which keeps the search within one alphabet.
 */
export function findTypos(dictionary: Dictionary, word: string, asPrefix: boolean): readonly TermRange[] {
  const characters = [...word].map(encodeTerm);
  const ranges: TermRange[] = [];
  const take = (...parts: readonly Uint8Array[]) => {
    const range = findKey(dictionary, concatenate(parts), asPrefix);
    if (range[0] < range[1]) ranges.push(range);
  };
  for (let at = 0; at <= characters.length; at++) {
    const before = concatenate(characters.slice(0, at));
    const [from, to] = findPrefix(dictionary, before);
    if (from === to) break;
    const rest = concatenate(characters.slice(at));
    const afterNext = concatenate(characters.slice(at + 1));
    const next = characters[at];
    const second = characters[at + 1];
    if (next) take(before, afterNext);
    if (next && second) take(before, second, next, concatenate(characters.slice(at + 2)));
    const width = (next ?? characters[at - 1])?.length ?? 1;
    for (const child of childrenOf(dictionary, before, [from, to], width)) {
      if (next) take(before, child, afterNext);
      take(before, child, rest);
    }
  }
  return ranges;
}

function findKey(dictionary: Dictionary, key: Uint8Array, asPrefix: boolean): TermRange {
  if (key.length === 0) return [0, 0];
  if (asPrefix) return findPrefix(dictionary, key);
  const from = lowerBound(dictionary, key);
  return [from, lowerBound(dictionary, Uint8Array.of(...key, 0), from)];
}

/** The characters of `width` bytes that follow `prefix` in some term. */
function* childrenOf(dictionary: Dictionary, prefix: Uint8Array, [from, to]: TermRange, width: number) {
  const { bytes, termStarts } = dictionary;
  // The lead bytes of UTF-8 by length of the character.
  const firstLead = [0, 0x01, 0xc2, 0xe0, 0xf0][width] ?? 0xff;
  const lastLead = [0, 0x7f, 0xdf, 0xef, 0xf4][width] ?? 0xff;
  let at = lowerBound(dictionary, Uint8Array.of(...prefix, firstLead), from, to);
  while (at < to) {
    const start = (termStarts[at] as number) + prefix.length;
    if ((bytes[start] as number) > lastLead) return;
    const child = bytes.subarray(start, start + width);
    yield child;
    at = lowerBound(dictionary, Uint8Array.of(...prefix, ...child, MAX_BYTE), at, to);
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
