import { hasUnspacedScript, segmentWord } from "./segment-words";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
const ALPHANUMERIC_RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * The words of a text, with the apostrophes, hyphens and underscores inside them. Scripts without spaces are cut by the
 * platform's dictionary.
 */
export function wordsOf(text: string): readonly string[] {
  return segmentAll(text.match(WORD) ?? []);
}

/** The runs of letters and digits of a text: "don't" has two. Scripts without spaces are cut into words. */
export function alphanumericRuns(text: string): readonly string[] {
  return segmentAll(text.match(ALPHANUMERIC_RUN) ?? []);
}

/** The number of runs of letters and digits in a text. */
export function countWords(text: string): number {
  return alphanumericRuns(text).length;
}

function segmentAll(words: readonly string[]): readonly string[] {
  if (!words.some(hasUnspacedScript)) return words;
  return words.flatMap((word) => segmentWord(word).map(({ text }) => text));
}
