import type { TextRange } from "../../../ui/split-ranges";

export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** Ranges of `text` that are source code. */
  readonly code: readonly TextRange[];
}

/**
 * The part of a passage that fits a card: whole when it is at most `limit` characters, else about that much
 * around the first highlight, cut at spaces and marked with "…".
 */
export function excerptAround(passage: Excerpt, limit: number): Excerpt {
  const { text, ranges } = passage;
  if (text.length <= limit) return passage;
  const first = ranges[0] ?? [0, 0];
  // A third of the excerpt precedes the highlight; the text after it usually says more.
  const lead = Math.max(0, Math.floor((limit - (first[1] - first[0])) / 3));
  const latest = Math.max(0, text.length - limit);
  const start = afterSpace(text, Math.min(Math.max(0, first[0] - lead), latest), first[0]);
  const end = beforeSpace(text, Math.min(text.length, Math.max(start + limit, first[1])), first[1]);
  const before = start > 0 ? "… " : "";
  const after = end < text.length ? " …" : "";
  const shift = before.length - start;
  const toExcerptRanges = (stretches: readonly TextRange[]) =>
    stretches
      .filter(([from, to]) => to > start && from < end)
      .map(([from, to]): TextRange => [Math.max(from, start) + shift, Math.min(to, end) + shift]);
  return {
    text: before + text.slice(start, end) + after,
    ranges: toExcerptRanges(ranges),
    code: toExcerptRanges(passage.code),
  };
}

/** The first word start at or after `at`, but not past `last`. */
function afterSpace(text: string, at: number, last: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, last).search(/\s/);
  return space === -1 ? Math.min(at, Math.max(last, 0)) : at + space + 1;
}

/** The last word end at or before `at`, but not before `first`. */
function beforeSpace(text: string, at: number, first: number): number {
  if (at === text.length) return at;
  const tail = /\s\S*$/.exec(text.slice(first, at));
  return tail ? first + tail.index : at;
}
