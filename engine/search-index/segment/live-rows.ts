import { ROWS_PER_BLOCK } from "../keyword/postings/postings-format";
import { LENGTHS } from "../keyword/scoring/bm25";
import { type DocumentTable, indexOfDocument } from "./document-table";

/** The rows of a segment that are not deleted, as a bit mask padded with zeros to whole blocks of postings. */
export interface LiveRows {
  readonly mask: Uint32Array;
  readonly documents: number;
  /** Ids of the deleted documents, ascending. */
  readonly dead: readonly number[];
  readonly rows: number;
  /** Sum of the rows' lengths, in quarters. */
  readonly length: number;
}

/** The rows of `table` without those of the documents in `dead`, which is ascending. */
export function findLiveRows(
  table: DocumentTable,
  dead: readonly number[],
  lengthCodes: Uint8Array,
): LiveRows {
  const mask = fullMask(table.ordinals.length);
  for (const id of dead) {
    const index = indexOfDocument(table, id);
    clearRows(mask, table.firstRows[index] as number, table.firstRows[index + 1] as number);
  }
  let rows = 0;
  let length = 0;
  for (let row = 0; row < lengthCodes.length; row++) {
    if (!hasRow(mask, row)) continue;
    rows++;
    length += LENGTHS[lengthCodes[row] as number] as number;
  }
  return { mask, documents: table.ids.length - dead.length, dead, rows, length };
}

/** The documents of `table` among `tombstones`, which is ascending. */
export function findDead(table: DocumentTable, tombstones: Uint32Array): readonly number[] {
  const from = lowerBound(tombstones, table.ids[0] ?? 0);
  const to = lowerBound(tombstones, (table.ids.at(-1) ?? -1) + 1);
  return Array.from(tombstones.subarray(from, to)).filter((id) => indexOfDocument(table, id) >= 0);
}

export function hasRow(mask: Uint32Array, row: number): boolean {
  return (((mask[row >> 5] as number) >>> (row & 31)) & 1) === 1;
}

export function clearRows(mask: Uint32Array, from: number, to: number): void {
  for (let row = from; row < to; row++) mask[row >> 5] = (mask[row >> 5] as number) & ~(1 << (row & 31));
}

function fullMask(rows: number): Uint32Array {
  const mask = new Uint32Array((Math.ceil(rows / ROWS_PER_BLOCK) * ROWS_PER_BLOCK) / 32);
  mask.fill(0xffffffff, 0, rows >> 5);
  if (rows & 31) mask[rows >> 5] = 2 ** (rows & 31) - 1;
  return mask;
}

function lowerBound(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
