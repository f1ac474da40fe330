import type { ChunkHit } from "../../../model/hit";
import { documentOfRow } from "../../segment/document-table";
import type { SegmentSet } from "../../segment-set";
import type { ScoredRow } from "./top-rows";
import { TopScores } from "./top-scores";

/** The best `limit` rows, best first: a higher score, then the older document, then the earlier chunk. */
export function toHits(
  rows: readonly ScoredRow[],
  bonuses: Float64Array,
  { segments }: SegmentSet,
  limit: number,
): readonly ChunkHit[] {
  const best = new TopScores(limit);
  for (const [at, { score }] of rows.entries()) best.offer(score + (bonuses[at] as number));
  const hits: ChunkHit[] = [];
  for (const [at, { segment, row, ...found }] of rows.entries()) {
    const score = found.score + (bonuses[at] as number);
    const table = segments[segment]?.table;
    if (!table || score < best.threshold) continue;
    const documentId = table.ids[documentOfRow(table, row)] as number;
    hits.push({ documentId, ordinal: table.ordinals[row] as number, score });
  }
  return hits.sort(compareHits).slice(0, limit);
}

function compareHits(a: ChunkHit, b: ChunkHit): number {
  return b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal;
}
