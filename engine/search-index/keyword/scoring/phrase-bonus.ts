import type { IndexSegment } from "../../index-segment";
import type { SegmentSet } from "../../segment-set";
import type { WeightedTerm } from "../look-up-term";
import type { QueryPair } from "../parse-query";
import { areNeighbours } from "../postings/positions";
import { ROWS_PER_BLOCK } from "../postings/postings-format";
import type { ScoredRow } from "./top-rows";

/** Share of the weaker word's weight that two words add when they are as far apart as in the query. */
export const PHRASE_SHARE = 0.2;

/** The bonus of a row with every pair. */
export function maxPhraseBonus(pairs: readonly QueryPair[], terms: readonly WeightedTerm[]): number {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  let sum = 0;
  for (const { before, after } of pairs) sum += shareOf(weights.get(before), weights.get(after));
  return sum;
}

function shareOf(before = 0, after = 0): number {
  return PHRASE_SHARE * Math.min(before, after);
}

/** The bonus of each row; rows ascend by segment and row. */
export function phraseBonuses(
  rows: readonly ScoredRow[],
  pairs: readonly QueryPair[],
  terms: readonly WeightedTerm[],
  { segments }: SegmentSet,
): Float64Array {
  const known = new Map(terms.map((term) => [term.term, term]));
  const bonuses = new Float64Array(rows.length);
  for (const pair of pairs) {
    const before = known.get(pair.before);
    const after = known.get(pair.after);
    if (!before || !after) continue;
    const share = shareOf(before.weight, after.weight);
    for (let start = 0; start < rows.length; ) {
      const number = rows[start]?.segment ?? 0;
      let end = start + 1;
      while (rows[end]?.segment === number) end++;
      const terms = [before.numbers[number] as number, after.numbers[number] as number] as const;
      const segment = segments[number];
      if (segment)
        addPairBonus({ segment, terms, distance: pair.distance, share }, rows, bonuses, [start, end]);
      start = end;
    }
  }
  return bonuses;
}

interface PairInSegment {
  readonly segment: IndexSegment;
  readonly terms: readonly [number, number];
  readonly distance: number;
  readonly share: number;
}

/** Adds the share to each row of `[start, end)` that has the pair. */
function addPairBonus(
  { segment, terms, distance, share }: PairInSegment,
  rows: readonly ScoredRow[],
  bonuses: Float64Array,
  [start, end]: readonly [number, number],
): void {
  if (terms[0] < 0 || terms[1] < 0) return;
  const before = segment.openPostings(terms[0]);
  const after = segment.openPostings(terms[1]);
  for (let at = start; at < end; at++) {
    const row = rows[at]?.row ?? 0;
    const block = Math.floor(row / ROWS_PER_BLOCK);
    before.seek(block);
    after.seek(block);
    if (before.block !== block || after.block !== block) continue;
    const a = before.positionsOf(row % ROWS_PER_BLOCK);
    if (a < 0) continue;
    const b = after.positionsOf(row % ROWS_PER_BLOCK);
    if (b >= 0 && areNeighbours(segment.keywords.postings, a, b, distance)) {
      bonuses[at] = (bonuses[at] as number) + share;
    }
  }
}
