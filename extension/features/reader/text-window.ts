import type { TextRange } from "../../ui/split-ranges";

/** Characters shown before and after the passage, and added by "show more": a few screens of text. */
export const WINDOW_MARGIN = 20_000;

/** Longest distance to a line end at which the window is cut there. */
const LINE_SEARCH = 1_000;

/** The first window of a long text: the passage with a margin. */
export function windowAround(text: string, [start, end]: TextRange): TextRange {
  const from = Math.min(start, text.length);
  const passageEnd = Math.min(Math.max(end, from), from + WINDOW_MARGIN);
  return [cutBefore(text, from - WINDOW_MARGIN), cutAfter(text, passageEnd + WINDOW_MARGIN)];
}

/** The window with more text before it. */
export function extendUp(text: string, [from, to]: TextRange): TextRange {
  return [cutBefore(text, from - WINDOW_MARGIN), to];
}

/** The window with more text after it. */
export function extendDown(text: string, [from, to]: TextRange): TextRange {
  return [from, cutAfter(text, to + WINDOW_MARGIN)];
}

/** The start of the line of `at`, if it is near. */
function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return at - line <= LINE_SEARCH ? line : avoidSurrogatePair(text, at);
}

/** The end of the line of `at`, if it is near. */
function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const line = text.slice(at, at + LINE_SEARCH).indexOf("\n");
  return line === -1 ? avoidSurrogatePair(text, at) : at + line + 1;
}

/** Does not split a surrogate pair. */
function avoidSurrogatePair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
