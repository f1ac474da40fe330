import type { QueryTerm } from "../../model/hit";
import type { Retriever } from "../../retrieve/retriever";

/** Which of the question's terms a text contains, and how much of the question that is. */
export interface TermMatcher {
  /** Normalised terms of the question found in the text. */
  matches(text: string): ReadonlySet<string>;
  /** Share of the question's weight in these terms, 0..1. */
  coverage(terms: ReadonlySet<string>): number;
  /** The term of the question that is rarest in the sources, of those they have. */
  readonly rarest: string | undefined;
  /** Terms of the question that count. */
  readonly termCount: number;
  /** Where the text matches, `[start, end)`, in order. */
  matchRanges(text: string): readonly (readonly [number, number])[];
}

/**
 * Added to the inverse document frequency of every term, which means little in a small index: on a single
 * page a word it has weighs 0.3, one it lacks 1.4.
 */
const BASE_TERM_WEIGHT = 4;

/** `terms` is the question as the index read it; stop words (weight 0) count for nothing. */
export function createTermMatcher(
  question: string,
  terms: readonly QueryTerm[],
  retriever: Retriever,
): TermMatcher {
  const weights = new Map(
    terms.flatMap(({ term, weight }) => (weight > 0 ? [[term, weight + BASE_TERM_WEIGHT] as const] : [])),
  );
  const total = sum(weights.values());
  // The index reads the same few words again and again.
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
  const places = (text: string) => retriever.highlight(question, text);
  return {
    matchRanges: places,
    rarest: rarest?.term,
    termCount: weights.size,
    matches: (text) =>
      new Set(places(text).flatMap(([start, end]) => termsOf(text.slice(start, end).toLowerCase()))),
    coverage: (found) => (total === 0 ? 0 : sum([...found].map((term) => weights.get(term) ?? 0)) / total),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
