import { termAnalysis } from "../../language/english/term-analysis";
import type { ChunkHit, QueryTerm } from "../../model/hit";
import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import type { SegmentSet } from "../segment-set";
import { lookUpTerm, type WeightedTerm } from "./look-up-term";
import { parseQuery, type QueryPair } from "./parse-query";
import { inverseDocumentFrequency } from "./scoring/bm25";
import { maxPhraseBonus, phraseBonuses } from "./scoring/phrase-bonus";
import { scoreRows } from "./scoring/score-rows";
import { toHits } from "./scoring/to-hits";
import { TopRows } from "./scoring/top-rows";

/** Terms of a query; a longer one is searched by its terms of highest weight. */
const MAX_QUERY_TERMS = 64;
/** Best hits that phrases may reorder. */
const MIN_PHRASE_CANDIDATES = 64;

/** The terms of a query. */
export function weighTerms(query: string, set: SegmentSet): readonly QueryTerm[] {
  return parseQuery(query, "question").terms.map((term) => {
    const { frequency } = lookUpTerm(term, set);
    const weight = termAnalysis.stopWords.has(term) ? 0 : inverseDocumentFrequency(frequency, set.rows);
    return { term, chunkFrequency: frequency, weight };
  });
}

/** The best chunks for a finished query. */
export function searchKeywords(query: string, set: SegmentSet, options: ScanOptions): readonly ChunkHit[] {
  const { terms, pairs } = parseQuery(query);
  const weighted: WeightedTerm[] = [];
  for (const term of terms) {
    if (termAnalysis.stopWords.has(term)) continue;
    const found = lookUpTerm(term, set);
    if (found.frequency > 0)
      weighted.push({ ...found, weight: inverseDocumentFrequency(found.frequency, set.rows) });
  }
  return searchTerms(weighted, pairs, set, options);
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
