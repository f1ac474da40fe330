import { monthOf } from "./month-of";
import type { NormalForm } from "./normal-form";

const YEAR_FIRST =
  /(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일])(?![\d])/y;
const MONTH_AND_DAY = /(\d{1,2})[月월]\s?(\d{1,2})[日일]/y;
/** With two digits of the year day and month have two too: "1.2.10" is a version. */
const DAY_FIRST = /(?:(\d{1,2})([./-])(\d{1,2})\2(\d{4})|(\d\d)([./-])(\d\d)\6(\d\d))(?![\d]|[./-]\d)/y;
const DAY_AND_NAME =
  /(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|°)?(?:\s*(?:of|de|d['’])(?=\s|\p{L}))?\s{0,2}([\p{L}\p{M}]{3,}\.?)(?:,?\s{1,2}(?:de\s|del\s)?(\d{4})(?!\d))?/uy;
const NAME_BEFORE = /([\p{L}\p{M}]{3,})\.?\s{1,2}$/u;
const DAY_AFTER_NAME = /(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d.,:/-]?[\p{L}\d])(?:,?\s{1,2}(\d{4})(?!\d))?/uy;
const MAX_NAME_CHARACTERS = 16;

/** The date that begins at a digit of the text, or that has a month's name before the digit. */
export function findDate(text: string, at: number): NormalForm | undefined {
  return yearFirst(text, at) ?? dayFirst(text, at) ?? dayAndName(text, at) ?? nameAndDay(text, at);
}

function yearFirst(text: string, at: number): NormalForm | undefined {
  const match = execAt(YEAR_FIRST, text, at);
  if (match) {
    const [, year, , month = match[5], day = match[6]] = match;
    return toForm(at, match[0].length, [[Number(month), Number(day)]], year);
  }
  const short = execAt(MONTH_AND_DAY, text, at);
  return short && toForm(at, short[0].length, [[Number(short[1]), Number(short[2])]]);
}

/** With slashes and hyphens either number may be the day. */
function dayFirst(text: string, at: number): NormalForm | undefined {
  const match = execAt(DAY_FIRST, text, at);
  if (!match) return undefined;
  const [, first = match[5], mark = match[6], second = match[7], year = `20${match[8]}`] = match;
  const [a, b] = [Number(first), Number(second)];
  return toForm(
    at,
    match[0].length,
    mark === "."
      ? [[b, a]]
      : [
          [b, a],
          [a, b],
        ],
    year,
  );
}

function dayAndName(text: string, at: number): NormalForm | undefined {
  const match = execAt(DAY_AND_NAME, text, at);
  const month = match && monthOf(match[2] as string);
  if (!match || !month) return undefined;
  return toForm(at, match[0].length, [[month, Number(match[1])]], match[3]);
}

function nameAndDay(text: string, at: number): NormalForm | undefined {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, at - MAX_NAME_CHARACTERS), at));
  const month = name && monthOf(name[1] as string);
  const match = month ? execAt(DAY_AFTER_NAME, text, at) : undefined;
  if (!name || !month || !match) return undefined;
  const start = at - name[0].length;
  return toForm(start, name[0].length + match[0].length, [[month, Number(match[1])]], match[2]);
}

function toForm(
  start: number,
  length: number,
  days: readonly (readonly [month: number, day: number])[],
  year?: string,
): NormalForm | undefined {
  const valid = days.filter(([month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const terms = new Set(valid.map(([month, day]) => `date:${month}-${day}`));
  if (terms.size === 0) return undefined;
  return { start, end: start + length, terms: [...terms, ...(year === undefined ? [] : [year])] };
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
