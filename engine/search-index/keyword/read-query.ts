import { joinHyphenated } from "../text/join-hyphenated";
import { foldWord } from "../text/normalise-word";
import { scanWords } from "../text/scan-words";
import { STOP_WORDS } from "../text/stop-words";

/** Two neighbouring words of a query, `distance` words apart with stop words counted. */
export interface QueryPair {
  readonly before: string;
  readonly after: string;
  readonly distance: number;
}

export interface ReadQuery {
  /** Distinct terms in order, stop words included. */
  readonly terms: readonly string[];
  readonly pairs: readonly QueryPair[];
  /** What the last word looks like while it is being typed, folded but not stemmed; a name also as a whole. */
  readonly unfinished: readonly string[];
}

/** Words further apart than this are not taken for a phrase. */
const WIDEST_PHRASE = 3;

/** Reads a query the way the text was read. */
export function readQuery(query: string): ReadQuery {
  const terms = new Set<string>();
  const words: string[] = [];
  const unfinished: string[] = [];
  scanWords(query, (term, start, end, position) => {
    terms.add(term);
    // A name's whole and first part share a position; the part, which comes later, is the one with neighbours.
    words[position] = term;
    if (end < query.length) return;
    const word = query.slice(start, end);
    unfinished.push(foldWord(joinHyphenated(word) ?? word));
  });
  return { terms: [...terms], pairs: pairUp(words), unfinished };
}

function pairUp(words: readonly string[]): readonly QueryPair[] {
  const pairs: QueryPair[] = [];
  let before: { readonly word: string; readonly position: number } | undefined;
  for (const [position, word] of words.entries()) {
    if (word === undefined || STOP_WORDS.has(word)) continue;
    const distance = before ? position - before.position : 0;
    if (before && distance <= WIDEST_PHRASE) pairs.push({ before: before.word, after: word, distance });
    before = { word, position };
  }
  return pairs;
}
