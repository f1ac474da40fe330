import type { QueryTerm } from "../../model/hit";
import type { IndexSegment } from "../index-segment";
import type { ScanOptions } from "../search-index";
import { documentOfRow } from "../segment/document-table";
import { STOP_WORDS } from "../text/stop-words";
import { inverseFrequency, toNorms } from "./bm25";
import { addPhraseBonus } from "./phrase-bonus";
import { type QueryPair, readQuery } from "./read-query";
import { scoreRows } from "./score-rows";
import { type FoundRow, TopHits } from "./top-hits";

/** A term and what it is worth in this query. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Sums over the live rows of all segments. */
export interface Statistics {
  readonly rows: number;
  /** In quarters, see bm25.ts. */
  readonly averageLength: number;
}

/** Longer queries are searched by their weightiest terms. */
export const MOST_TERMS = 64;
/** Hits among which phrases may change the order. */
export const PHRASE_POOL = 64;

export function gatherStatistics(segments: readonly IndexSegment[]): Statistics {
  let rows = 0;
  let length = 0;
  for (const { live } of segments) {
    rows += live.rows;
    length += live.length;
  }
  return { rows, averageLength: rows > 0 ? length / rows : 0 };
}

/** Terms with their frequency and weight in the live rows. */
export function weighTerms(
  terms: readonly string[],
  segments: readonly IndexSegment[],
): readonly QueryTerm[] {
  const { rows } = gatherStatistics(segments);
  return terms.map((term) => {
    const chunkFrequency = countRows(term, segments);
    return {
      term,
      chunkFrequency,
      weight: STOP_WORDS.has(term) ? 0 : inverseFrequency(chunkFrequency, rows),
    };
  });
}

export function countRows(term: string, segments: readonly IndexSegment[]): number {
  let frequency = 0;
  for (const segment of segments) {
    const index = segment.find(term);
    if (index >= 0) frequency += segment.frequencyOf(index);
  }
  return frequency;
}

/** The best chunks for a finished query. */
export function searchKeywords(query: string, segments: readonly IndexSegment[], options: ScanOptions) {
  const { terms, pairs } = readQuery(query);
  const weighed = weighTerms(terms, segments).filter((term) => term.weight > 0 && term.chunkFrequency > 0);
  return searchTerms(weighed, pairs, segments, options);
}

/** The best chunks for weighted terms, with a bonus for those that stand together as in the query. */
export function searchTerms(
  terms: readonly WeightedTerm[],
  pairs: readonly QueryPair[],
  segments: readonly IndexSegment[],
  { limit, filter }: ScanOptions,
): readonly FoundRow[] {
  const strongest = terms.length > MOST_TERMS ? [...terms].sort((a, b) => b.weight - a.weight) : terms;
  const searched = strongest.slice(0, MOST_TERMS);
  const { averageLength } = gatherStatistics(segments);
  const norms = toNorms(averageLength);
  const top = new TopHits(limit > 0 ? Math.max(limit, PHRASE_POOL) : 0);
  for (const segment of segments) {
    const scored = searched.flatMap(({ term, weight }) => {
      const index = segment.find(term);
      return index < 0 ? [] : [{ cursor: segment.openPostings(index), weight }];
    });
    if (scored.length === 0) continue;
    const rows = {
      live: segment.select(filter),
      lengthCodes: segment.keywords.lengthCodes,
      norms,
      bounds: segment.boundsAt(averageLength),
    };
    scoreRows(scored, rows, top.threshold, (row, score) => {
      const documentId = segment.table.ids[documentOfRow(segment.table, row)] as number;
      top.offer({ documentId, ordinal: segment.table.ordinals[row] as number, score, segment, row });
      return top.threshold;
    });
  }
  return addPhraseBonus(top.finish(), pairs, searched).slice(0, limit);
}
