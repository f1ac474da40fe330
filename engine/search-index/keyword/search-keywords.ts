import type { ChunkHit, QueryTerm } from "../../model/hit";
import { groupTerms } from "../forms/word-groups";
import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import type { SegmentSet } from "../segment-set";
import type { WeightedTerm } from "./look-up-term";
import { parseQuery, type QueryPair } from "./parse-query";
import { inverseDocumentFrequency } from "./scoring/bm25";
import { maxPhraseBonus, phraseBonuses } from "./scoring/phrase-bonus";
import { scoreRows } from "./scoring/score-rows";
import { toHits } from "./scoring/to-hits";
import { TopRows } from "./scoring/top-rows";

/** Terms of a query; a longer one is searched by its terms of highest weight. */
const MAX_QUERY_TERMS = 64;
/** Weight of another form of a word, where the index has the word as it was asked for. */
const FORM_SHARE = 0.5;
/** Best hits that phrases may reorder. */
const MIN_PHRASE_CANDIDATES = 64;

/** The terms of a query. */
export function weighTerms(query: string, set: SegmentSet): readonly QueryTerm[] {
  return groupTerms(parseQuery(query, "question"), set).map(({ base, frequency, isEmpty }) => {
    const weight = isEmpty ? 0 : inverseDocumentFrequency(frequency, set.rows);
    return { term: base, chunkFrequency: frequency, weight };
  });
}

/** The best chunks for a finished query. */
export function searchKeywords(query: string, set: SegmentSet, options: ScanOptions): readonly ChunkHit[] {
  const parsed = parseQuery(query);
  const weighted = new Map<string, WeightedTerm>();
  for (const { forms, frequency, isEmpty } of groupTerms(parsed, set)) {
    if (isEmpty) continue;
    const weight = inverseDocumentFrequency(frequency, set.rows);
    // A compound of two words of the query counts for both.
    const isFound = forms.some(({ isAsked }) => isAsked);
    for (const { isAsked, ...form } of forms) {
      const share = isAsked || !isFound ? 1 : FORM_SHARE;
      weighted.set(form.term, { ...form, weight: share * weight + (weighted.get(form.term)?.weight ?? 0) });
    }
  }
  return searchTerms([...weighted.values()], parsed.pairs, set, options);
}

/** The best chunks for weighted terms, with a bonus for terms that are adjacent as in the query. */
export function searchTerms(
  terms: readonly WeightedTerm[],
  pairs: readonly QueryPair[],
  set: SegmentSet,
  { limit, filter }: ScanOptions,
): readonly ChunkHit[] {
  const searched =
    terms.length > MAX_QUERY_TERMS
      ? [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_QUERY_TERMS)
      : terms;
  const pool = limit > 0 ? Math.max(limit, MIN_PHRASE_CANDIDATES) : 0;
  const top = new TopRows({ pool, wanted: limit, bonus: maxPhraseBonus(pairs, searched) });
  for (const number of set.smallestFirst) {
    const segment = set.segments[number] as IndexSegment;
    const scored = [];
    for (const { numbers, weight } of searched) {
      const term = numbers[number] as number;
      if (term >= 0) scored.push({ cursor: segment.openPostings(term), weight });
    }
    if (scored.length === 0) continue;
    const rows = {
      live: segment.select(filter),
      lengthCodes: segment.keywords.lengthCodes,
      saturation: set.saturation,
      bounds: segment.boundsAt(set.averageLength),
    };
    scoreRows(scored, rows, top, number);
  }
  const rows = top.take();
  return toHits(rows, phraseBonuses(rows, pairs, searched, set), set, limit);
}
