const NUMBER = /^\p{N}[\p{N}./-]*$/u;

/**
 * The sides of a comparison with the words they share: "2025" and "2026 prices" are "2025 prices" and "2026 prices",
 * "fees of 2025" and "2026" are "fees of 2025" and "fees of 2026". Only numbers are known to lack a noun.
 */
export function shareWords(left: string, right: string): readonly [string, string] {
  const [lefts, rights] = [left.split(" "), right.split(" ")];
  const isNumber = (word: string | undefined) => NUMBER.test(word ?? "");
  if (lefts.length === 1 && rights.length > 1 && isNumber(lefts[0]) && isNumber(rights[0])) {
    return [[left, ...rights.slice(1)].join(" "), right];
  }
  if (rights.length === 1 && lefts.length > 1 && isNumber(rights[0]) && isNumber(lefts.at(-1))) {
    return [left, [...lefts.slice(0, -1), right].join(" ")];
  }
  return [left, right];
}
