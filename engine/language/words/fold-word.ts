const MAX_WORD_CHARACTERS = 64;
const TRAILING_HIGH_SURROGATE = /[\ud800-\udbff]$/;

/**
 * Marks that carry no letter: accents of Latin, Greek and Cyrillic, points of Hebrew, vowels of Arabic, the dot below
 * of Devanagari, tatweel, soft hyphens, characters without width and variation selectors. Vowel signs and the marks of
 * kana stay: they are letters of their scripts.
 */
const MARKS =
  /(?:[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c]|[\ufe00-\ufe0f]|[\u0640\u00ad\u200b-\u200f\u2060\ufeff])+/gu;
/** Letters that Unicode does not decompose, or not as they are replaced in writing. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŋ: "n", ı: "i", æ: "ae", œ: "oe", ŧ: "t" },
  ...{ ґ: "г" },
  ...{ ٱ: "ا", ى: "ي", ة: "ه", ک: "ك", ی: "ي", ۀ: "ه", ە: "ه" },
  ...{ ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" },
  "\u0901": "\u0902",
};
const REPLACED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
/** "й" and "ї" are letters of their own, which decompose like "ё". */
const BREVES = /[йї]/g;
const PLACEHOLDERS: Readonly<Record<string, string>> = { й: "\ue000", ї: "\ue001" };
const RESTORED = /[\ue000\ue001]/g;
const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;

/**
 * Folds case, width, diacritics and digits, so that "Café" and "ｃａｆｅ", "Straße" and "strasse", "٣" and "3" are one
 * word. Cuts after 64 characters.
 */
export function foldWord(word: string): string {
  const lower = (
    word.length > MAX_WORD_CHARACTERS
      ? word.slice(0, MAX_WORD_CHARACTERS).replace(TRAILING_HIGH_SURROGATE, "")
      : word
  ).toLowerCase();
  return isAscii(lower) ? lower : foldLetters(lower);
}

function foldLetters(lower: string): string {
  return lower
    .normalize("NFC")
    .replace(BREVES, (letter) => PLACEHOLDERS[letter] as string)
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(RESTORED, (letter) => (letter === "\ue000" ? "й" : "ї"))
    .normalize("NFC")
    .toLowerCase()
    .replace(REPLACED, (letter) => LETTERS[letter] as string)
    .replace(OTHER_DIGIT, toAsciiDigit);
}

/** Decimal digits of every script stand in runs of ten that begin with zero. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
