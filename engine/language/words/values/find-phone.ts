import type { NormalForm } from "./normal-form";

/** After its prefixes a number has groups with single marks between them. */
const PHONE =
  /(?:\+\s?\d{1,3}[ \u00a0./-]?)?(?:\(\+?\d{1,5}\)[ \u00a0]?)?\d{1,15}(?:[ \u00a0./-]\d{1,8}){0,6}/y;
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** What all ways to write a number have in common, whatever its prefix of country and area. */
const SUFFIX_DIGITS = 7;
const GROUPED_NUMBER = /^\d{1,3}(?:([.\u00a0])\d{3})(?:\1\d{3})*$/;
/** A decimal, or a year in brackets. */
const OTHER_NUMBER = /^0\.\d|^\((?!0|\+|\d{3}\))/;
const DOTTED = /^[\d.]*\.[\d.]*$/;
const YEARS = /^(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d$/;
/** Groups may be a list or a range; a telephone number then begins with a prefix, or has groups of the usual size. */
const LIST = /^(?!\d{3,4}-\d{4}$|\d{3}[-.]\d{3}[-.]\d{4}$)[1-9]\d*[^\d]/;

/** The telephone number, or other long run of digits, that begins at a digit of the text. */
export function findPhone(text: string, at: number): NormalForm | undefined {
  const before = text.slice(Math.max(0, at - 2), at);
  const start = at - (/(?:\(\+|\+\s?|\()$/.exec(before)?.[0].length ?? 0);
  PHONE.lastIndex = start;
  const written = PHONE.exec(text)?.[0];
  if (written === undefined || /^[\p{L}]/u.test(text.slice(start + written.length))) return undefined;
  const digits = written.replace(/\D/g, "");
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return undefined;
  if ([GROUPED_NUMBER, OTHER_NUMBER, DOTTED, YEARS, LIST].some((other) => other.test(written)))
    return undefined;
  return { start, end: start + written.length, terms: [`tel:${digits.slice(-SUFFIX_DIGITS)}`] };
}
