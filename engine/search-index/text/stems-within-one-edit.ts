import { termAnalysis } from "../../language/english/term-analysis";
import { stemWord } from "./stem-word";

/** Longer words are usually names, and have more neighbours. */
const MAX_WORD_CHARACTERS = 24;

/**
 * The stems of all words within one typo of a folded word: a letter too many, too few, wrong, or swapped with its
 * neighbour. A typo may be in the ending, so the stems themselves can differ by more.
 */
export function stemsWithinOneEdit(word: string): ReadonlySet<string> {
  const { alphabet, stemmable } = termAnalysis;
  const stems = new Set<string>();
  if (!stemmable.test(word) || word.length > MAX_WORD_CHARACTERS) return stems;
  for (let position = 0; position <= word.length; position++) {
    const before = word.slice(0, position);
    const rest = word.slice(position);
    const afterNext = rest.slice(1);
    if (rest.length > 0) stems.add(stemWord(before + afterNext));
    if (rest.length > 1) stems.add(stemWord(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`));
    for (const letter of alphabet) {
      if (rest.length > 0) stems.add(stemWord(before + letter + afterNext));
      stems.add(stemWord(before + letter + rest));
    }
  }
  stems.delete(stemWord(word));
  return stems;
}
