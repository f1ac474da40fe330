import { IRREGULAR_FORMS } from "./irregular-forms";
import { PARTS_OF_SPEECH, type PartOfSpeech } from "./word-graph";

export interface BaseForm {
  readonly base: string;
  /** What the word can be as a form of this base. */
  readonly parts: readonly PartOfSpeech[];
}

type IsLemma = (word: string, parts: readonly PartOfSpeech[]) => boolean;

/** Endings and what base forms have in their place, as WordNet's morphology detaches them. */
const ENDINGS: readonly (readonly [ending: string, replacement: string, parts: string])[] = [
  ["ies", "y", "nv"],
  ["ves", "f", "n"],
  ["ves", "fe", "n"],
  ["es", "", "nv"],
  ["s", "", "nv"],
  ["ied", "y", "v"],
  ["ed", "e", "v"],
  ["ed", "", "v"],
  ["ing", "e", "v"],
  ["ing", "", "v"],
  ["ier", "y", "a"],
  ["er", "e", "a"],
  ["er", "", "a"],
  ["iest", "y", "a"],
  ["est", "e", "a"],
  ["est", "", "a"],
];
/** "Number" is no comparative: endings of comparison are tried on words that are no lemmas. */
const COMPARISON = "a";
const MIN_BASE_CHARACTERS = 2;
const DOUBLED = /([bdfgklmnprt])\1$/;
/** "Glass" and "bus" are no plurals, "feed" is no past. */
const NO_FORM = /(?:ss|us|is)$|^(?!fr)[^aeiou]*eed$/;

/**
 * The lemmas of which a word is a form, itself first: "leaves" is of "leave" and "leaf", "stopped" of "stop", "bitten" of
 * "bite". `word` is in lower case; `isLemma` tells whether a word is a lemma of one of the parts of speech.
 */
export function baseFormsOf(word: string, isLemma: IsLemma): readonly BaseForm[] {
  const isKnown = isLemma(word, PARTS_OF_SPEECH);
  const own = isKnown ? [{ base: word, parts: PARTS_OF_SPEECH }] : [];
  const irregular = (IRREGULAR_FORMS.get(word) ?? []).filter(({ base, parts }) => isLemma(base, parts));
  const regular = ENDINGS.flatMap(([ending, replacement, letters]) => {
    if (!word.endsWith(ending) || (isKnown && letters === COMPARISON)) return [];
    if (ending.length <= 2 && NO_FORM.test(word)) return [];
    const parts = PARTS_OF_SPEECH.filter((part) => letters.includes(part));
    const bases = basesOf(word.slice(0, -ending.length), replacement);
    return bases
      .filter((base) => isLemma(base, parts))
      .slice(0, 1)
      .map((base) => ({ base, parts }));
  });
  const seen = new Set<string>();
  return [...own, ...irregular, ...regular].filter(({ base }) => !seen.has(base) && seen.add(base));
}

/** "Stopp" may be "stop"; "fill" may not be "fil" where it is a word itself. */
function basesOf(stem: string, replacement: string): readonly string[] {
  if (stem.length < MIN_BASE_CHARACTERS) return [];
  return replacement === "" && DOUBLED.test(stem) ? [stem, stem.slice(0, -1)] : [stem + replacement];
}
