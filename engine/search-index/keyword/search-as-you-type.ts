import { termAnalysis } from "../../language/english/term-analysis";
import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import type { SegmentSet } from "../segment-set";
import { stemWord } from "../text/stem-word";
import { stemsOfPrefix } from "../text/stems-of-prefix";
import { stemsWithinOneEdit } from "../text/stems-within-one-edit";
import { encodeTerm, termAt } from "./dictionary";
import { findPrefix, findTypos, type TermRange } from "./find-typos";
import { lookUpTerm, type WeightedTerm } from "./look-up-term";
import { parseQuery } from "./parse-query";
import { inverseDocumentFrequency } from "./scoring/bm25";
import { searchTerms } from "./search-keywords";

/** Weight of a completed or corrected word relative to one typed in full. */
const PREFIX_SHARE = 0.7;
const TYPO_SHARE = 0.5;
/** Completions of a word that are searched, the most frequent ones. */
const MAX_COMPLETIONS = 16;
/** Terms considered as completions; a prefix with more is too short to choose well. */
const MAX_SCANNED_TERMS = 2048;
/** Shorter words have too many neighbours. */
const MIN_TYPO_CHARACTERS = 4;

/** The best chunks for a query still being typed. */
export function searchAsYouType(query: string, set: SegmentSet, options: ScanOptions) {
  const { terms, pairs, prefixes } = parseQuery(query);
  const weighted = new Map<string, WeightedTerm>();
  const weigh = (found: readonly WeightedTerm[]) => {
    for (const term of found)
      if (term.weight > (weighted.get(term.term)?.weight ?? 0)) weighted.set(term.term, term);
  };
  for (const term of terms) weigh(matchWord(term, set, prefixes.length > 0 && term === terms.at(-1)));
  for (const prefix of prefixes) weigh(completePrefix(prefix, set));
  return searchTerms([...weighted.values()], pairs, set, options);
}

/** The word itself; where no row has it and it is complete, the terms within one typo. */
function matchWord(term: string, set: SegmentSet, isLast: boolean): readonly WeightedTerm[] {
  if (termAnalysis.stopWords.has(term)) return [];
  const exact = weighGroup([term], 1, set);
  return exact.length > 0 || isLast ? exact : correctTypos(term, findNeighbours(term, set, false), set);
}

/**
 * Terms that start with the word; without these its stem; without that terms within one typo of it or of its prefix.
 */
function completePrefix(prefix: string, set: SegmentSet): readonly WeightedTerm[] {
  const key = encodeTerm(prefix);
  const completed = collect(set, ({ keywords }) => [findPrefix(keywords.dictionary, key)]);
  if (completed.length > 0) return weighGroup(completed, PREFIX_SHARE, set);
  const stem = stemWord(prefix);
  const stems = weighGroup([...stemsOfPrefix(prefix).add(stem)], PREFIX_SHARE, set);
  if (stems.length > 0) return stems;
  const near = findNeighbours(prefix, set, true);
  // The dictionary has stems: a mistyped plural is within one typo only without its ending.
  const candidates = near.length > 0 || stem === prefix ? near : findNeighbours(stem, set, false);
  return correctTypos(prefix, candidates, set);
}

/** The terms within one typo; without these the stems of words within one typo, whose endings are mistyped. */
function correctTypos(word: string, near: readonly string[], set: SegmentSet): readonly WeightedTerm[] {
  if (word.length < MIN_TYPO_CHARACTERS) return [];
  return weighGroup(near.length > 0 ? near : [...stemsWithinOneEdit(word)], TYPO_SHARE, set);
}

function findNeighbours(word: string, set: SegmentSet, asPrefix: boolean): readonly string[] {
  if (word.length < MIN_TYPO_CHARACTERS) return [];
  return collect(set, ({ keywords }) => findTypos(keywords.dictionary, word, asPrefix));
}

/** The most frequent terms of the ranges, over all segments. */
function collect(set: SegmentSet, find: (segment: IndexSegment) => readonly TermRange[]): readonly string[] {
  const frequencies = new Map<string, number>();
  for (const segment of set.segments) {
    for (const index of selectMostFrequent(segment, find(segment))) {
      const term = termAt(segment.keywords.dictionary, index);
      frequencies.set(term, (frequencies.get(term) ?? 0) + segment.frequencyOf(index));
    }
  }
  const sorted = [...frequencies].filter(([, frequency]) => frequency > 0);
  sorted.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return sorted.slice(0, MAX_COMPLETIONS).map(([term]) => term);
}

function selectMostFrequent(segment: IndexSegment, ranges: readonly TermRange[]): readonly number[] {
  const indexes = new Set<number>();
  for (const [from, to] of ranges) {
    for (let index = from; index < to && indexes.size < MAX_SCANNED_TERMS; index++) indexes.add(index);
  }
  const byFrequency = Array.from(indexes, (index) => ({ index, rows: segment.openPostings(index).total }));
  byFrequency.sort((a, b) => b.rows - a.rows);
  return byFrequency.slice(0, MAX_COMPLETIONS).map(({ index }) => index);
}

/** Terms that replace one word share the weight it would have as one term. */
function weighGroup(terms: readonly string[], share: number, set: SegmentSet): readonly WeightedTerm[] {
  const all = terms.map((term) => lookUpTerm(term, set)).filter(({ frequency }) => frequency > 0);
  const found = all.sort((a, b) => b.frequency - a.frequency).slice(0, MAX_COMPLETIONS);
  const together = found.reduce((sum, { frequency }) => sum + frequency, 0);
  const weight = share * inverseDocumentFrequency(Math.min(set.rows, together), set.rows);
  return found.map((term) => ({ ...term, weight }));
}
