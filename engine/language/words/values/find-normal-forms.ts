import { findDate } from "./find-date";
import { findNumber } from "./find-number";
import { findPhone } from "./find-phone";
import type { NormalForm } from "./normal-form";

const DIGITS = /\d+/g;
const INSIDE_NAME = /(?:[\p{L}\p{N}_]|[\p{L}\p{N}_)][-./@#:&+'’])$/u;

/** What follows digits that are only a part of a date, a number or an amount. */
const MARK = /[^\p{L}\p{N}\s()[\]{};:!?"“”*_|<>=]/u;
const DATE_LETTER = /[年月년월]/;
/** A day of a month has two digits. */
const DAY_DIGITS = 2;
const PHONE_DIGITS = 7;

/**
 * The dates, telephone numbers and numbers of a text that are written in more than one way, in order. Others, like versions
 * and single numbers, have no normal form.
 */
export function findNormalForms(text: string): readonly NormalForm[] {
  const found: NormalForm[] = [];
  let end = 0;
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    if (index < end || !mayHaveForm(text, index, digits.length) || isInsideName(text, index)) continue;
    const form = findDate(text, index) ?? findPhone(text, index) ?? findNumber(text, index);
    if (!form || form.start < end) continue;
    found.push(form);
    ({ end } = form);
  }
  return found;
}

/** Most numbers of a text stand between spaces, or before the full stop of a sentence. */
function mayHaveForm(text: string, at: number, length: number): boolean {
  const next = text.charAt(at + length);
  const before = text.charAt(at - 1);
  if (length >= PHONE_DIGITS || /[+($€£¥₹]/.test(before)) return true;
  if (next === " " || next === "") return hasNeighbour(text, at, length);
  if (next === "." || next === ",") return /[\d ]/.test(text.charAt(at + length + 1));
  return (
    MARK.test(next) || DATE_LETTER.test(next) || (length <= DAY_DIGITS && hasNeighbour(text, at, length))
  );
}

/** The name of a month, a sign or further digits. */
function hasNeighbour(text: string, at: number, length: number): boolean {
  const after = text.slice(at + length, at + length + 2);
  return length <= DAY_DIGITS || /^ [\d\p{L}$€£¥₹%]/u.test(after);
}

/** The digits of "v1.2", "PROJ-123" and "file_2". */
function isInsideName(text: string, at: number): boolean {
  return INSIDE_NAME.test(text.slice(Math.max(0, at - 2), at));
}
