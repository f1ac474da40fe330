import { termAnalysis } from "../../language/english/term-analysis";

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

/** The stem of a folded word. Stop words, identifiers and words of other scripts stay as they are. */
export function stemWord(folded: string): string {
  const { stemmable, stopWords, stem } = termAnalysis;
  return folded.length > 3 && stemmable.test(folded) && !stopWords.has(folded) ? stem(folded) : folded;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
