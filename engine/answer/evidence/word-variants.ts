import { foldWord } from "../../language/words/fold-word";
import type { LanguageTag } from "../../language/words/language-tag";

/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<LanguageTag> = new Set<LanguageTag>([
  "de",
  "nl",
  "sv",
  "da",
  "no",
  "fi",
  "hu",
]);
/** A shorter word begins and ends too many others. */
const MIN_PART_LETTERS = 5;
/** What is left of the compound is a word too. */
const MIN_REST_LETTERS = 3;
const COMPOUND_SUPPORT = 0.85;
const NOUN_SUPPORT = 0.95;

export interface VariantOptions {
  readonly language: LanguageTag | undefined;
  /** Nouns that a phrasal verb of the question makes: "backup" of "backed up". */
  readonly nouns: readonly string[];
}

/** How surely one of the words of a text is the word of a question as a part of a compound, or as its noun; 0 for none. */
export function supportOfVariants(
  word: string,
  textWords: readonly string[],
  { language, nouns }: VariantOptions,
): number {
  const isCompounding = language !== undefined && COMPOUNDING.has(language);
  if (nouns.length === 0 && !isCompounding) return 0;
  const folded = textWords.map(foldWord);
  if (nouns.some((noun) => folded.includes(noun))) return NOUN_SUPPORT;
  if (!isCompounding) return 0;
  const part = foldWord(word);
  return folded.some((other) => isPartOf(part, other)) ? COMPOUND_SUPPORT : 0;
}

function isPartOf(part: string, compound: string): boolean {
  if (part.length < MIN_PART_LETTERS) return false;
  // A final vowel may be left out or replaced inside a compound.
  const stem = part.length > MIN_PART_LETTERS ? part.replace(/[aeiou]$/, "") : part;
  const isFirst = compound.startsWith(stem) && compound.length >= stem.length + MIN_REST_LETTERS;
  return isFirst || (compound.endsWith(part) && compound.length >= part.length + MIN_REST_LETTERS);
}
