const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
/** Numbers in words, in the order of what they count, from 0. */
export const NUMBER_WORDS: readonly string[] = [...ONES, "twenty"];
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
  k: 1_000,
  mio: 1_000_000,
  mrd: 1_000_000_000,
};

const WORD = `(?:${[...TENS, ...[...ONES].reverse(), "hundred", "thousand", "million", "billion"].join("|")})`;
const DIGITS = String.raw`\d{1,3}(?:[\u00A0\u202F '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*`;
const SCALE = String.raw`(?:\s*k\b|\s+(?:thousand|million|billion|mio|mrd)\b\.?)`;
/** The source of a pattern for a number in digits or words: "1,000", "48 000", "2.5 million", "twenty-one". */
export const NUMBER = String.raw`(?:(?<![\p{L}\d.,])(?:${DIGITS})${SCALE}?|(?<!\p{L})${WORD}(?:(?:[\s-]+|\s+and\s+)${WORD})*(?!\p{L}))`;

/** A matched number as digits with a decimal point: "1000", "2500000", "21". */
export function normaliseNumber(words: string): string {
  const text = words.toLowerCase().trim();
  return String(/^\d/.test(text) ? fromDigits(text) : fromWords(text));
}

function fromDigits(text: string): number {
  const [, digits = "", scale = ""] = /^([\d.,'’\s]*\d)\s*(\p{L}*)/u.exec(text) ?? [];
  return Number(withDecimalPoint(digits.replace(/[\s'’]/g, ""))) * (SCALES[scale] ?? 1);
}

/** A separator before three digits groups thousands, any other last separator is the decimal point. */
function withDecimalPoint(digits: string): string {
  const parts = digits.split(/[.,]/);
  const last = parts.at(-1) ?? "";
  const separators = new Set(digits.match(/[.,]/g));
  const isGrouped = last.length === 3 && parts[0] !== "0" && separators.size === 1;
  return parts.length === 1 || isGrouped ? parts.join("") : `${parts.slice(0, -1).join("")}.${last}`;
}

function fromWords(text: string): number {
  let total = 0;
  let group = 0;
  for (const word of text.split(/[\s-]+/)) {
    const scale = SCALES[word];
    if (scale === undefined) group += smallNumber(word);
    else if (scale === 100) group = Math.max(1, group) * scale;
    else {
      total += Math.max(1, group) * scale;
      group = 0;
    }
  }
  return total + group;
}

function smallNumber(word: string): number {
  const tens = TENS.indexOf(word);
  return tens >= 0 ? (tens + 2) * 10 : Math.max(0, ONES.indexOf(word));
}
