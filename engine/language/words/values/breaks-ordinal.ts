import { monthOf } from "./month-of";

/** The day of a date as German writes it, at the end of a text: "am 11. ". */
const DAY_AT_END = /(?<![\p{L}\p{N}.,])(?:0?[1-9]|[12]\d|3[01])\.\s*$/u;
/** A German article or preposition with its article before an ordinal number: "im 2. ". */
const ORDINAL_AT_END = /(?<!\p{L})(?:der|des|dem|zum|zur|vom|im|beim)\s\d{1,3}\.\s*$/iu;
const FIRST_WORD = /^\p{L}+/u;
/** English words that also begin sentences; English writes no full stop after the day. */
const ENGLISH_MONTH = /^(?:may|march)$/i;

/** Whether an ordinal number ends the first text and the second one goes on: "Sie endet am 11. " and "März 2026." */
export function breaksOrdinal(before: string, after: string): boolean {
  const [word] = FIRST_WORD.exec(after) ?? [];
  if (word === undefined) return false;
  if (ORDINAL_AT_END.test(before)) return true;
  return DAY_AT_END.test(before) && !ENGLISH_MONTH.test(word) && monthOf(word) !== undefined;
}
