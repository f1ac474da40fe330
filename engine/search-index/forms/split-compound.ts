/** What stands between the parts of a compound. */
const LINKS = ["", "s", "es", "n", "en", "er", "e", "ens"];
const MIN_HEAD = 4;
const MIN_TAIL = 3;
const MIN_COMPOUND = 8;

/**
 * The two parts of a compound, by the vocabulary: `baseOf` gives the base of a known word, undefined for others. The more
 * alike in length the likelier ("Strassen|bahn", not "Str|assenbahn").
 */
export function splitCompound(
  word: string,
  baseOf: (part: string) => string | undefined,
): readonly [string, string] | undefined {
  if (word.length < MIN_COMPOUND) return undefined;
  for (const at of splitPoints(word.length)) {
    const tail = baseOf(word.slice(at));
    if (tail === undefined) continue;
    for (const link of LINKS) {
      const head = word.slice(0, at);
      if (!head.endsWith(link) || head.length - link.length < MIN_HEAD) continue;
      const base = baseOf(head.slice(0, head.length - link.length));
      if (base !== undefined) return [base, tail];
    }
  }
  return undefined;
}

/** The middle first. */
function splitPoints(length: number): readonly number[] {
  const points = Array.from({ length: length - MIN_TAIL - MIN_HEAD + 1 }, (_, index) => MIN_HEAD + index);
  return points.sort((a, b) => Math.abs(a - length / 2) - Math.abs(b - length / 2));
}
