import type { ChunkHit } from "../../model/hit";
import { documentOfRow } from "../segment/document-table";
import type { SegmentSet } from "../segment-set";
import type { TopRows } from "./top-rows";

/** A hit with the place it was found at. */
export interface FoundRow extends ChunkHit {
  /** Number of the segment in the set. */
  readonly segment: number;
  readonly row: number;
}

/** Better first: a higher score, then the older document, then the earlier chunk. */
export function compareHits(a: ChunkHit, b: ChunkHit): number {
  return b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal;
}

/** The rows kept that reached the threshold, best first. */
export function toFoundRows(top: TopRows, { segments }: SegmentSet): readonly FoundRow[] {
  const found: FoundRow[] = [];
  for (let at = 0; at < top.count; at++) {
    if ((top.scores[at] as number) < top.threshold) continue;
    const segment = top.segments[at] as number;
    const row = top.rows[at] as number;
    const table = segments[segment]?.table;
    if (!table) continue;
    const documentId = table.ids[documentOfRow(table, row)] as number;
    found.push({
      documentId,
      ordinal: table.ordinals[row] as number,
      score: top.scores[at] as number,
      segment,
      row,
    });
  }
  return found.sort(compareHits);
}
