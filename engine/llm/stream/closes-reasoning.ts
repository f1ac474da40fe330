import type { ReasoningFormat } from "./reasoning-formats";

const BRACKET_BEFORE = /[“‘«([]$/;
const BRACKET_AFTER = /^[”’»)\]]/;
/** Inside of a sentence. */
const WORD_BEFORE = /[\p{L}\p{N},][^\S\n]+$/u;
const WORD_AFTER = /^(?:[^\S\n]+\p{Ll}|[.,;:!?)])/u;

/** A mark `[at, end)` of a text that may be one of reasoning, or be quoted. */
export interface Mark {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/**
 * True for a closing mark that ends thoughts although none were opened: templates open them in the prompt. False where
 * the answer quotes the mark: in code, between quotation marks, in the middle of a sentence, or after its opening.
 */
export function closesReasoning(mark: Mark, { opening, closing }: ReasoningFormat): boolean {
  const { text, at, end } = mark;
  if (isInCode(mark)) return false;
  const before = text.slice(0, at);
  const after = text.slice(end);
  if (isQuoted(before, after)) return false;
  if (count(before, opening) > count(before, closing)) return false;
  return !(WORD_BEFORE.test(before) && WORD_AFTER.test(after));
}

/** True for an opening mark on a line of its own. */
export function opensReasoning(mark: Mark): boolean {
  const { text, at, end } = mark;
  return /\n[^\S\n]*$/.test(text.slice(0, at)) && /^[^\S\n]*\n/.test(text.slice(end)) && !isInCode(mark);
}

function isQuoted(before: string, after: string): boolean {
  if (BRACKET_BEFORE.test(before) && BRACKET_AFTER.test(after)) return true;
  // The first of a pair has an odd number of its kind up to it.
  const quote = before.at(-1) ?? "";
  return /["']/.test(quote) && after.startsWith(quote) && count(lastLine(before), quote) % 2 === 1;
}

function isInCode({ text, at }: Mark): boolean {
  const before = text.slice(0, at);
  const fences = before.match(/^[^\S\n]*(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 1 || count(lastLine(before), "`") % 2 === 1;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function count(text: string, part: string): number {
  return text.toLowerCase().split(part.toLowerCase()).length - 1;
}
