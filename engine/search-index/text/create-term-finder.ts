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
  return (text) => {
    const found: number[] = [];
    const words: number[] = [];
    let length = 0;
    tokenizeText(text, (term, _start, _end, position, extra) => {
      length = position + 1;
      if (extra === "singular") return;
      for (const base of basesOf(term)) {
        const number = numbers.get(base);
        if (number === undefined) continue;
        found.push(number);
        words.push(position);
      }
    });
    return { terms: found, words, length };
  };
}

/** Ranges of `text` whose words have one of the terms, in order and disjoint; stop words are ignored. */
export function findHighlights(
  terms: readonly string[],
  text: string,
  basesOf: (term: string) => readonly string[] = (term) => [term],
): readonly (readonly [number, number])[] {
  const wanted = new Set(terms.filter((term) => !termAnalysis.stopWords.has(term)));
  const ranges: [number, number][] = [];
  tokenizeText(text, (term, start, end) => {
    if (!basesOf(term).some((base) => wanted.has(base))) return;
    const last = ranges.at(-1);
    // Pairs of characters overlap, and the parts of a name are inside its whole.
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  });
  return ranges;
}
