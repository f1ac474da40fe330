import type { Range } from "../../ui/split-ranges";

/** Characters shown before and after the passage, and added by "show more": a few screens, laid out at once. */
export const REACH = 20_000;

/** How far a cut looks for the end of a line before it cuts inside one. */
const LINE_SEARCH = 1_000;

/** The part of a long text to show first: the passage and what is around it. */
export function windowAround(text: string, [start, end]: Range): Range {
  const from = Math.min(start, text.length);
  const passageEnd = Math.min(Math.max(end, from), from + REACH);
  return [cutBefore(text, from - REACH), cutAfter(text, passageEnd + REACH)];
}

/** The window with more before it. */
export function growUp(text: string, [from, to]: Range): Range {
  return [cutBefore(text, from - REACH), to];
}

/** The window with more after it. */
export function growDown(text: string, [from, to]: Range): Range {
  return [from, cutAfter(text, to + REACH)];
}

/** The start of the line `at` is in, if it is near. */
function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return at - line <= LINE_SEARCH ? line : offPair(text, at);
}

/** The end of the line `at` is in, if it is near. */
function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const line = text.slice(at, at + LINE_SEARCH).indexOf("\n");
  return line === -1 ? offPair(text, at) : at + line + 1;
}

/** Never between the two halves of a character outside the basic plane. */
function offPair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
