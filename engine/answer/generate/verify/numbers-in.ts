import type { Language } from "../../../language/language";

/** A number of a text: what it may mean, since "1.000" is one or a thousand, and the word after it. */
export interface TextNumber {
  readonly values: readonly string[];
  readonly nextWord: string;
  /** Written as a word. */
  readonly isWord: boolean;
}

const NUMBER =
  /(?<![\d.,])(?:\d{1,3}(?:[\u0020\u00a0\u202f'’]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,:]\d+)*)\s?(?<next>[\p{L}%]*)/gu;
const WORD = /(?<![\p{L}\p{N}])(?<word>\p{L}+)[\s-]+(?<next>\p{L}+)/gu;
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;
const GROUPED_DECIMAL = /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+)$/;

/** The numbers of a text, in digits and in words. A date such as "03.05.2026" is three of them. */
export function numbersIn(text: string, { texts }: Pick<Language, "texts">): readonly TextNumber[] {
  const digits = [...text.matchAll(NUMBER)].flatMap(({ 0: match, groups }) => {
    const next = groups?.next ?? "";
    const number = match.slice(0, match.length - next.length).trim();
    const magnitude = texts.magnitudes.get(next.toLowerCase());
    return valuesOf(number).map((values) => ({
      values: magnitude ? [...values, ...values.map((value) => String(Number(value) * magnitude))] : values,
      nextWord: next,
      isWord: false,
    }));
  });
  const words = [...text.matchAll(WORD)].flatMap(({ groups }) => {
    const value = texts.numberWords.indexOf((groups?.word ?? "").toLowerCase());
    return value < 0 ? [] : [{ values: [String(value)], nextWord: groups?.next ?? "", isWord: true }];
  });
  return [...digits, ...words];
}

/** For each number in these digits, what it may mean. */
function valuesOf(digits: string): readonly (readonly string[])[] {
  const bare = digits.replace(/[\s'’\u00a0\u202f]/g, "");
  if (GROUPED.test(bare)) {
    const decimal = bare.split(/[.,]/).length === 2 ? [toPlain(bare.replace(",", "."))] : [];
    return [[bare.replace(/[.,]/g, ""), ...decimal]];
  }
  if (GROUPED_DECIMAL.test(bare)) {
    const point = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
    return [[toPlain(`${bare.slice(0, point).replace(/[.,]/g, "")}.${bare.slice(point + 1)}`)]];
  }
  if (/^\d+[.,]\d+$/.test(bare)) return [[toPlain(bare.replace(",", "."))]];
  if (/^\d+:00$/.test(bare)) return [[toPlain(bare.slice(0, -3))]];
  return bare.split(/[.,:]/).map((part) => [toPlain(part)]);
}

/** "007" is 7, "2.50" is 2.5; a long number keeps its digits. */
function toPlain(number: string): string {
  return number.length > 15 ? number : String(Number(number));
}
