import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stop-words";

const LATIN_LETTERS = /^[a-z]+$/;
const MARKS = /\p{M}+/gu;
const MAX_WORD_CHARACTERS = 64;
const TRAILING_HIGH_SURROGATE = /[\ud800-\udbff]$/;

/** Folds case, width and diacritics, so that "Café" and "ｃａｆｅ" are one word. Cuts after 64 characters. */
export function foldWord(word: string): string {
  const lower = (
    word.length > MAX_WORD_CHARACTERS
      ? word.slice(0, MAX_WORD_CHARACTERS).replace(TRAILING_HIGH_SURROGATE, "")
      : word
  ).toLowerCase();
  return isAscii(lower) ? lower : lower.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase();
}

/**
 * The stem of a folded word, by Porter's algorithm (1980) for words of Latin letters alone; stop words, other
 * words and identifiers stay as they are.
 */
export function stemWord(folded: string): string {
  return folded.length > 3 && LATIN_LETTERS.test(folded) && !STOP_WORDS.has(folded)
    ? stemmer(folded)
    : folded;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
