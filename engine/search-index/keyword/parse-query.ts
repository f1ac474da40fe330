import { termAnalysis } from "../../language/english/term-analysis";
import { foldWord } from "../../language/words/fold-word";
import { joinHyphenated } from "../text/join-hyphenated";
import { type Reading, tokenizeText } from "../text/tokenize-text";

/** Two neighbouring words of a query, `distance` words apart with stop words counted. */
export interface QueryPair {
  readonly before: string;
  readonly after: string;
  readonly distance: number;
}

export interface ParsedQuery {
  /** Distinct terms in order, stop words included. */
  readonly terms: readonly string[];
  /** The words of the terms as they are in the query, folded. */
  readonly words: ReadonlyMap<string, string>;
  readonly pairs: readonly QueryPair[];
  /** The forms of the last word while it is typed, folded but not stemmed; a name also as a whole. */
  readonly prefixes: readonly string[];
}

/** Words further apart than this are no phrase. */
const MAX_PHRASE_DISTANCE = 3;

/** Parses a query with the analysis of the texts. */
export function parseQuery(query: string, reading: Reading = "search"): ParsedQuery {
  const terms = new Map<string, string>();
  const words: string[] = [];
  const prefixes: string[] = [];
  tokenizeText(
    query,
    (term, start, end, position) => {
      terms.set(term, foldWord(query.slice(start, end)));
      // A name and its first part share a position; the part, which comes later, has the neighbours.
      words[position] = term;
      if (end < query.length) return;
      const word = query.slice(start, end);
      prefixes.push(foldWord(joinHyphenated(word) ?? word));
    },
    reading,
  );
  return { terms: [...terms.keys()], words: terms, pairs: toPairs(words), prefixes };
}

function toPairs(words: readonly string[]): readonly QueryPair[] {
  const pairs: QueryPair[] = [];
  let before: { readonly word: string; readonly position: number } | undefined;
  for (const [position, word] of words.entries()) {
    if (word === undefined || termAnalysis.stopWords.has(word)) continue;
    const distance = before ? position - before.position : 0;
    if (before && distance <= MAX_PHRASE_DISTANCE) pairs.push({ before: before.word, after: word, distance });
    before = { word, position };
  }
  return pairs;
}
