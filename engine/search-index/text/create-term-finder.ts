import { termAnalysis } from "../../language/english/term-analysis";
import type { TermPositions } from "../../model/hit";
import { tokenizeText } from "./tokenize-text";

/** Finds the terms in any text, by their position in the list; stop words are left alone. */
export function createTermFinder(terms: readonly string[]): (text: string) => TermPositions {
  const numbers = new Map(
    terms.flatMap((term, number) => (termAnalysis.stopWords.has(term) ? [] : [[term, number] as const])),
  );
  return (text) => {
    const found: number[] = [];
    const words: number[] = [];
    let length = 0;
    tokenizeText(text, (term, _start, _end, position) => {
      length = position + 1;
      const number = numbers.get(term);
      if (number === undefined) return;
      found.push(number);
      words.push(position);
    });
    return { terms: found, words, length };
  };
}
