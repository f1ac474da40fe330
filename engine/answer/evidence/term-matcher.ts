import type { QueryTerm } from "../../model/hit";
import type { Retriever } from "../../retrieve/retriever";

/** Finds the terms of a question in texts. */
export interface TermMatcher {
  /** Normalised terms of the question found in the text. */
  matches(text: string): ReadonlySet<string>;
  /** Share of the question's weight in these terms, 0..1. */
  coverage(terms: ReadonlySet<string>): number;
  /** The rarest term of the question that the sources have. */
  readonly rarest: string | undefined;
  /** Number of content terms of the question. */
  readonly termCount: number;
  /** Where the text matches, `[start, end)`, in order. */
  matchRanges(text: string): readonly (readonly [number, number])[];
}

/**
 * Added to the inverse document frequency of every term, which is unreliable in a small index: on a single page a word
 * that occurs weighs 0.3, one that does not 1.4.
 */
const BASE_TERM_WEIGHT = 4;

/** `terms` are those of the question, by the index; stop words, whose weight is 0, are ignored. */
export function createTermMatcher(
  question: string,
  terms: readonly QueryTerm[],
  retriever: Retriever,
): TermMatcher {
  const weights = new Map(
    terms.flatMap(({ term, weight }) => (weight > 0 ? [[term, weight + BASE_TERM_WEIGHT] as const] : [])),
  );
  const total = sum(weights.values());
  // The same few words match again and again.
  const cache = new Map<string, readonly string[]>();

  function termsOf(words: string): readonly string[] {
    const known = cache.get(words);
    if (known) return known;
    const found = retriever.terms(words).flatMap(({ term }) => (weights.has(term) ? [term] : []));
    cache.set(words, found);
    return found;
  }

  const [rarest] = terms
    .filter(({ weight, chunkFrequency }) => weight > 0 && chunkFrequency > 0)
    .sort((a, b) => b.weight - a.weight);
  const matchRanges = (text: string) => retriever.highlight(question, text);
  return {
    matchRanges,
    rarest: rarest?.term,
    termCount: weights.size,
    matches: (text) => new Set(matchRanges(text).flatMap(([start, end]) => termsOf(text.slice(start, end)))),
    coverage: (found) => (total === 0 ? 0 : sum([...found].map((term) => weights.get(term) ?? 0)) / total),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
