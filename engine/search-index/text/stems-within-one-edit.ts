import { stemWord } from "./normalise-word";

const LATIN_LETTERS = /^[a-z]+$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Longer words are names more often than words, and have more neighbours. */
const MAX_WORD_CHARACTERS = 24;

/**
 * The stems of all words one typo away from a folded word of Latin letters: a letter too many, too few, wrong,
 * or swapped with its neighbour. A typo may lie in the ending, so that the stems themselves differ by more.
 */
export function stemsWithinOneEdit(word: string): ReadonlySet<string> {
  const stems = new Set<string>();
  if (!LATIN_LETTERS.test(word) || word.length > MAX_WORD_CHARACTERS) return stems;
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const rest = word.slice(at);
    const afterNext = rest.slice(1);
    if (rest.length > 0) stems.add(stemWord(before + afterNext));
    if (rest.length > 1) stems.add(stemWord(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`));
    for (const letter of LETTERS) {
      if (rest.length > 0) stems.add(stemWord(before + letter + afterNext));
      stems.add(stemWord(before + letter + rest));
    }
  }
  stems.delete(stemWord(word));
  return stems;
}
