import { detect } from "chardet";
import { ALPHABETS } from "./alphabets";
import { guessEastAsian } from "./guess-east-asian";

/** Bytes that detection looks at; more do not change the result and cost time. */
const SAMPLE_BYTES = 64 * 1024;
/** Letters beyond ASCII that are weighed. */
const MAX_LETTERS = 4_000;
/** What old texts have beside letters. */
const PUNCTUATION = /^[\u00a0„“”‚‘’‹›«»–—…•§°€£©®™№×·½¼¾´±²³º\u200e\u200f،؟؛ـ]$/u;

const NOT_IN_LANGUAGE = -4;
const CAPITAL_WITHIN_WORD = -3;
const CAPITAL = -0.2;
const MARK = -0.3;
/** A Greek letter beside a Latin one, a vowel sign without its consonant. */
const OUT_OF_PLACE = -6;

/** The score of a code page for a text: 1 for the most frequent letters of one language, below 0 where they are none of it. */
interface CharsetGuess {
  readonly charset: string;
  readonly score: number;
}

/**
 * The code page of a text that is not UTF-8: the one whose letters are the frequent ones of a language, or whose characters
 * are the common ones of an East Asian script; where neither fits, what statistics say (chardet).
 */
export function detectCharset(bytes: Uint8Array): string | undefined {
  const sample = sampleOf(bytes);
  const alphabet = guessAlphabet(sample);
  const eastAsian = guessEastAsian(sample);
  const best = (eastAsian?.score ?? -1) > (alphabet?.score ?? -1) ? eastAsian : alphabet;
  if (best && best.score > 0) return best.charset;
  const found = detect(sample);
  return found && canDecode(found, sample) ? found : best?.charset;
}

/** How well one code page fits a text; undefined for a page whose languages are not known. */
export function scoreCharset(bytes: Uint8Array, charset: string): number | undefined {
  const languages = ALPHABETS.filter(({ charsets }) => charsets.includes(charset)).flatMap(
    (one) => one.languages,
  );
  if (languages.length === 0) return undefined;
  const letters = lettersIn(decode(sampleOf(bytes), charset));
  return Math.max(...languages.map((language) => scoreOf(letters, language)));
}

function guessAlphabet(sample: Uint8Array): CharsetGuess | undefined {
  let best: CharsetGuess | undefined;
  for (const { charsets, languages } of ALPHABETS) {
    for (const charset of charsets) {
      const letters = lettersIn(decode(sample, charset));
      for (const language of languages) {
        const score = scoreOf(letters, language);
        if (!best || score > best.score) best = { charset, score };
      }
    }
  }
  return best;
}

/** Begins at the line with the first byte beyond ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
  const lineStart = bytes.lastIndexOf(10, first) + 1;
  return bytes.subarray(lineStart, lineStart + SAMPLE_BYTES);
}

interface Letter {
  readonly letter: string;
  readonly lower: string;
  /** After a small letter of the same word. */
  readonly followsSmall: boolean;
  readonly followsLetter: boolean;
  /** Beside an ASCII letter. */
  readonly touchesLatin: boolean;
  readonly next: string;
}

/** The characters beyond ASCII, with what stands before them. */
function lettersIn(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (let at = 0; at < text.length && letters.length < MAX_LETTERS; at++) {
    const letter = text.charAt(at);
    if (letter <= "\u007f") continue;
    const before = text.charAt(at - 1);
    const next = text.charAt(at + 1);
    const followsLetter = /[\p{L}\p{M}]/u.test(before);
    letters.push({
      letter,
      lower: letter === "İ" ? "ı" : letter.toLowerCase(),
      followsSmall: followsLetter && before !== before.toUpperCase(),
      followsLetter,
      touchesLatin: /[A-Za-z]/.test(before) || /[A-Za-z]/.test(next),
      next,
    });
  }
  return letters;
}

/** The mean over all characters. */
function scoreOf(letters: readonly Letter[], language: string): number {
  if (letters.length === 0) return 0;
  const sum = letters.reduce((total, letter) => total + scoreOfLetter(letter, language), 0);
  return sum / letters.length;
}

function scoreOfLetter(one: Letter, language: string): number {
  const { letter, lower, followsSmall, followsLetter } = one;
  const rank = language.indexOf(lower);
  const opensSentence = letter === "¿" || letter === "¡";
  if (rank < 0 || (opensSentence && followsLetter)) return PUNCTUATION.test(letter) ? MARK : NOT_IN_LANGUAGE;
  if (isOutOfPlace(one)) return OUT_OF_PLACE;
  const frequency = 1 - rank / language.length;
  if (letter === lower) return frequency;
  if (followsSmall) return frequency + CAPITAL_WITHIN_WORD;
  return followsLetter ? frequency : frequency + CAPITAL;
}

function isOutOfPlace({ letter, lower, followsLetter, touchesLatin, next }: Letter): boolean {
  if (touchesLatin && !/[\p{Script=Latin}\p{Script=Common}]/u.test(letter)) return true;
  if (/[\p{M}ğς]/u.test(lower)) return !followsLetter;
  if (/[ךםןףץ]/.test(letter)) return /[א-ת]/.test(next);
  // Thai vowels that are written before their consonant.
  return /[เแโใไ]/.test(letter) && !/[ก-ฮ]/.test(next);
}

function decode(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset);
  // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go (nodejs/node#56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Statistics name code pages that the platform does not know, or that do not fit. */
function canDecode(charset: string, sample: Uint8Array): boolean {
  try {
    // A sample may end within a character.
    return !decode(sample, charset).slice(0, -1).includes("\uFFFD");
  } catch {
    return false;
  }
}
