import type { IndexSegment } from "../index-segment";
import { areNeighbours } from "./positions";
import { ROWS_PER_BLOCK } from "./postings-writer";
import type { QueryPair } from "./read-query";
import { compareHits, type FoundRow } from "./top-hits";

/** Share of the weaker word's weight that two words earn by standing as far apart as in the query. */
export const PHRASE_SHARE = 0.2;

/** The hits with their bonus, in their new order. */
export function addPhraseBonus(
  hits: readonly FoundRow[],
  pairs: readonly QueryPair[],
  terms: readonly { readonly term: string; readonly weight: number }[],
): readonly FoundRow[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const known = pairs.filter(({ before, after }) => weights.has(before) && weights.has(after));
  if (known.length === 0) return hits;
  const bonuses = new Map<FoundRow, number>();
  for (const [segment, rows] of groupBySegment(hits)) {
    for (const pair of known) {
      const share = PHRASE_SHARE * Math.min(weights.get(pair.before) ?? 0, weights.get(pair.after) ?? 0);
      for (const hit of findPair(segment, rows, pair)) bonuses.set(hit, (bonuses.get(hit) ?? 0) + share);
    }
  }
  return hits.map((hit) => ({ ...hit, score: hit.score + (bonuses.get(hit) ?? 0) })).sort(compareHits);
}

function groupBySegment(hits: readonly FoundRow[]): ReadonlyMap<IndexSegment, readonly FoundRow[]> {
  const groups = new Map<IndexSegment, FoundRow[]>();
  for (const hit of [...hits].sort((a, b) => a.row - b.row)) {
    const group = groups.get(hit.segment);
    if (group) group.push(hit);
    else groups.set(hit.segment, [hit]);
  }
  return groups;
}

/** The hits, ascending by row, in which the pair stands together. */
function findPair(segment: IndexSegment, hits: readonly FoundRow[], pair: QueryPair): readonly FoundRow[] {
  const first = segment.find(pair.before);
  const second = segment.find(pair.after);
  if (first < 0 || second < 0) return [];
  const before = segment.openPostings(first);
  const after = segment.openPostings(second);
  return hits.filter(({ row }) => {
    const block = Math.floor(row / ROWS_PER_BLOCK);
    before.seek(block);
    after.seek(block);
    if (before.block !== block || after.block !== block) return false;
    const a = before.positionsOf(row % ROWS_PER_BLOCK);
    const b = a && after.positionsOf(row % ROWS_PER_BLOCK);
    return a !== undefined && b !== undefined && areNeighbours(a, b, pair.distance);
  });
}
