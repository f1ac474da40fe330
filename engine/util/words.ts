const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu;
const ALPHANUMERIC_RUN = /[\p{L}\p{N}]+/gu;

/** The words of a text, with the apostrophes, hyphens and underscores inside them. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The runs of letters and digits of a text: "don't" has two. */
export function alphanumericRuns(text: string): readonly string[] {
  return text.match(ALPHANUMERIC_RUN) ?? [];
}

/** The number of runs of letters and digits in a text. */
export function countWords(text: string): number {
  return alphanumericRuns(text).length;
}
