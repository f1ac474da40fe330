/** Endings of number and gender; letters are folded, without their final forms. */
const SUFFIX = /(?:ימ|ות|ה)$/u;
/** The article, the conjunction and the prepositions, which are written as one with the next word. */
const PREFIX = /^[ושהכלבמ]/u;
const MIN_STEM = 3;

/**
 * The light stem of a folded Hebrew word. Prefixes are removed as long as three letters remain, even where they are letters
 * of the word: all forms of a word then meet, which matters more than that two words do.
 */
export function stemHebrew(folded: string): string {
  const end = SUFFIX.exec(folded)?.[0].length ?? 0;
  let stem = folded.length - end >= MIN_STEM ? folded.slice(0, folded.length - end) : folded;
  while (stem.length > MIN_STEM && PREFIX.test(stem)) stem = stem.slice(1);
  return stem;
}
