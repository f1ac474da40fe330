import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import type { SegmentSet } from "../segment-set";
import { stemWord } from "../text/normalise-word";
import { stemsBegunBy } from "../text/stems-begun-by";
import { stemsOneTypoAway } from "../text/stems-one-typo-away";
import { STOP_WORDS } from "../text/stop-words";
import { inverseFrequency } from "./bm25";
import { encodeTerm, termAt } from "./dictionary";
import { findPrefix, findTypos, type TermRange } from "./find-similar";
import { lookUp, type WeightedTerm } from "./find-terms";
import { searchTerms } from "./keyword-search";
import { readQuery } from "./read-query";

/** What a word that was only begun, or mistyped, counts for beside one typed in full. */
const PREFIX_SHARE = 0.7;
const TYPO_SHARE = 0.5;
/** Completions searched for a word, the most frequent ones. */
const MOST_COMPLETIONS = 16;
/** Terms looked at for them; more share so short a beginning that any will do. */
const MOST_LOOKED_AT = 2048;
/** Shorter words have too many neighbours. */
const SHORTEST_TYPO = 4;

/** The best chunks for a query still being typed. */
export function searchUnfinished(query: string, set: SegmentSet, options: ScanOptions) {
  const { terms, pairs, unfinished } = readQuery(query);
  const weighted = new Map<string, WeightedTerm>();
  const weigh = (found: readonly WeightedTerm[]) => {
    for (const term of found)
      if (term.weight > (weighted.get(term.term)?.weight ?? 0)) weighted.set(term.term, term);
  };
  for (const term of terms) weigh(finished(term, set, unfinished.length > 0 && term === terms.at(-1)));
  for (const beginning of unfinished) weigh(completions(beginning, set));
  return searchTerms([...weighted.values()], pairs, set, options);
}

/** The word itself; where no row has it and more is not to come, its neighbours. */
function finished(term: string, set: SegmentSet, isLast: boolean): readonly WeightedTerm[] {
  if (STOP_WORDS.has(term)) return [];
  const exact = weighGroup([term], 1, set);
  return exact.length > 0 || isLast ? exact : mistyped(term, neighbours(term, set, false), set);
}

/** Terms that start with the word; failing these its stem, failing that what a typo away is or starts so. */
function completions(beginning: string, set: SegmentSet): readonly WeightedTerm[] {
  const key = encodeTerm(beginning);
  const started = collect(set, ({ keywords }) => [findPrefix(keywords.dictionary, key)]);
  if (started.length > 0) return weighGroup(started, PREFIX_SHARE, set);
  const stem = stemWord(beginning);
  const stems = weighGroup([...stemsBegunBy(beginning).add(stem)], PREFIX_SHARE, set);
  if (stems.length > 0) return stems;
  const near = neighbours(beginning, set, true);
  // The dictionary holds stems: a mistyped plural is near one only without its ending.
  const begun = near.length > 0 || stem === beginning ? near : neighbours(stem, set, false);
  return mistyped(beginning, begun, set);
}

/** The terms near the word; failing these the stems of words near it, whose endings are mistyped. */
function mistyped(word: string, near: readonly string[], set: SegmentSet): readonly WeightedTerm[] {
  if (word.length < SHORTEST_TYPO) return [];
  return weighGroup(near.length > 0 ? near : [...stemsOneTypoAway(word)], TYPO_SHARE, set);
}

function neighbours(word: string, set: SegmentSet, asPrefix: boolean): readonly string[] {
  if (word.length < SHORTEST_TYPO) return [];
  return collect(set, ({ keywords }) => findTypos(keywords.dictionary, word, asPrefix));
}

/** The most frequent terms of the ranges, over all segments. */
function collect(set: SegmentSet, find: (segment: IndexSegment) => readonly TermRange[]): readonly string[] {
  const frequencies = new Map<string, number>();
  for (const segment of set.segments) {
    for (const index of strongest(segment, find(segment))) {
      const term = termAt(segment.keywords.dictionary, index);
      frequencies.set(term, (frequencies.get(term) ?? 0) + segment.frequencyOf(index));
    }
  }
  const sorted = [...frequencies].filter(([, frequency]) => frequency > 0);
  sorted.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_COMPLETIONS).map(([term]) => term);
}

function strongest(segment: IndexSegment, ranges: readonly TermRange[]): readonly number[] {
  const indexes = new Set<number>();
  for (const [from, to] of ranges) {
    for (let index = from; index < to && indexes.size < MOST_LOOKED_AT; index++) indexes.add(index);
  }
  const byFrequency = Array.from(indexes, (index) => ({ index, rows: segment.openPostings(index).total }));
  byFrequency.sort((a, b) => b.rows - a.rows);
  return byFrequency.slice(0, MOST_COMPLETIONS).map(({ index }) => index);
}

/** Terms that stand for one word share the weight it would have if it were one term. */
function weighGroup(terms: readonly string[], share: number, set: SegmentSet): readonly WeightedTerm[] {
  const all = terms.map((term) => lookUp(term, set)).filter(({ frequency }) => frequency > 0);
  const found = all.sort((a, b) => b.frequency - a.frequency).slice(0, MOST_COMPLETIONS);
  const together = found.reduce((sum, { frequency }) => sum + frequency, 0);
  const weight = share * inverseFrequency(Math.min(set.rows, together), set.rows);
  return found.map((term) => ({ ...term, weight }));
}
