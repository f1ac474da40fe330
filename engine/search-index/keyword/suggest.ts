import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import type { SegmentSet } from "../segment-set";
import { stemWord } from "../text/normalise-word";
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
/** A stem is at least so long, and so much shorter than the word being typed at most. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 5;

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
  if (exact.length > 0 || isLast) return exact;
  return weighGroup(neighbours(term, set, false), TYPO_SHARE, set);
}

/** Terms that start with the word; failing these the stem it grew from, failing that what a typo away starts so. */
function completions(beginning: string, set: SegmentSet): readonly WeightedTerm[] {
  const key = encodeTerm(beginning);
  const started = collect(set, ({ keywords }) => [findPrefix(keywords.dictionary, key)]);
  if (started.length > 0) return weighGroup(started, PREFIX_SHARE, set);
  for (let cut = 1; cut <= LONGEST_ENDING && beginning.length - cut >= SHORTEST_STEM; cut++) {
    const stem = weighGroup([beginning.slice(0, -cut)], PREFIX_SHARE, set);
    if (stem.length > 0) return stem;
  }
  const begun = weighGroup(neighbours(beginning, set, true), TYPO_SHARE, set);
  // The dictionary holds stems: a mistyped plural is near one only without its ending.
  return begun.length > 0 ? begun : weighGroup(neighbours(stemWord(beginning), set, false), TYPO_SHARE, set);
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
  const found = terms.map((term) => lookUp(term, set)).filter(({ frequency }) => frequency > 0);
  const together = found.reduce((sum, { frequency }) => sum + frequency, 0);
  const weight = share * inverseFrequency(Math.min(set.rows, together), set.rows);
  return found.map((term) => ({ ...term, weight }));
}
