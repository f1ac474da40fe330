import { termAnalysis } from "../../language/english/term-analysis";
import type { TermPositions } from "../../model/hit";
import { tokenizeText } from "./tokenize-text";

/**
 * Returns a function that finds the terms in a text, by their position in the list; stop words are ignored. `basesOf` gives
 * the terms that a word of the text stands for.
 */
export function createTermFinder(
  terms: readonly string[],
  basesOf: (term: string) => readonly string[] = (term) => [term],
): (text: string) => TermPositions {
  const numbers = new Map(
    terms.flatMap((term, number) => (termAnalysis.stopWords.has(term) ? [] : [[term, number] as const])),
  );
  // Most words of a text occur in the others too.
  const known = new Map<string, readonly number[]>();
  const numbersOf = (term: string) => {
    const seen = known.get(term);
    if (seen) return seen;
    const own = basesOf(term).flatMap((base) => numbers.get(base) ?? []);
    known.set(term, own);
    return own;
  };
  return (text) => {
    const found: number[] = [];
    const words: number[] = [];
    let length = 0;
    tokenizeText(text, (term, _start, _end, position, extra) => {
      length = position + 1;
      if (extra === "singular") return;
      for (const number of numbersOf(term)) {
        found.push(number);
        words.push(position);
      }
    });
    return { terms: found, words, length };
  };
}

/** Finds ranges of a text whose words have one of the terms, in order and disjoint. */
export type Highlighter = (text: string) => readonly (readonly [number, number])[];

/** Stop words among the terms are ignored. `basesOf` gives the terms that a word of the text stands for. */
export function createHighlighter(
  terms: readonly string[],
  basesOf: (term: string) => readonly string[] = (term) => [term],
): Highlighter {
  const wanted = new Set(terms.filter((term) => !termAnalysis.stopWords.has(term)));
  const known = new Map<string, boolean>();
  const isWanted = (term: string) => {
    const seen = known.get(term);
    if (seen !== undefined) return seen;
    const own = basesOf(term).some((base) => wanted.has(base));
    known.set(term, own);
    return own;
  };
  return (text) => {
    const ranges: [number, number][] = [];
    tokenizeText(text, (term, start, end) => {
      if (!isWanted(term)) return;
      const last = ranges.at(-1);
      // Pairs of characters overlap, and the parts of a name are inside its whole.
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else ranges.push([start, end]);
    });
    return ranges;
  };
}
