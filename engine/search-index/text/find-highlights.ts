import { termAnalysis } from "../../language/english/term-analysis";
import { tokenizeText } from "./tokenize-text";

/** Stretches of `text` whose words have one of the terms, in order and disjoint; stop words are left alone. */
export function findHighlights(
  terms: readonly string[],
  text: string,
): readonly (readonly [number, number])[] {
  const wanted = new Set(terms.filter((term) => !termAnalysis.stopWords.has(term)));
  const ranges: [number, number][] = [];
  tokenizeText(text, (term, start, end) => {
    if (!wanted.has(term)) return;
    const last = ranges.at(-1);
    // Pairs of characters overlap, and a name's parts lie inside its whole.
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  });
  return ranges;
}
