const DIGRAPH = /(?:[ao]|(?<!q)u)e|aa/g;
/** Each position where a letter may stand for two gives another spelling; words rarely have more. */
const MAX_VARIANTS = 6;

/** A folded word with "ae", "oe", "ue" and "aa" as the letters they stand for: "mueller" and "müller" are "muller". */
export function foldDigraphs(word: string): string {
  return word.replace(DIGRAPH, ([first = ""]) => first);
}

/** Spellings of which `foldDigraphs` makes the word: "mueller" of "muller". */
export function digraphSpellings(word: string): readonly string[] {
  const spellings: string[] = [];
  for (const { index, 0: vowel } of word.matchAll(/[aou]/g)) {
    if (spellings.length >= MAX_VARIANTS) break;
    const [before, after] = [word.slice(0, index + 1), word.slice(index + 1)];
    spellings.push(`${before}e${after}`);
    if (vowel === "a") spellings.push(`${before}a${after}`);
  }
  return spellings;
}
