import type { IndexSegment } from "../index-segment";
import { buildDocumentTable, type DocumentTable, entryAt, type TableEntry } from "../segment/document-table";

/** The new positions of the live rows of merged segments. */
export interface RowPlan {
  readonly table: DocumentTable;
  /** By input and old row: the new row, or -1 for a deleted row. */
  readonly newRows: readonly Int32Array[];
  /** Ids of the documents that are not copied. */
  readonly forgotten: readonly number[];
}

/** Orders the live documents of the inputs by id. */
export function planRows(inputs: readonly IndexSegment[]): RowPlan {
  const kept: { readonly input: number; readonly firstRow: number; readonly entry: TableEntry }[] = [];
  const forgotten: number[] = [];
  for (const [input, segment] of inputs.entries()) {
    const dead = new Set(segment.live.dead);
    for (let document = 0; document < segment.table.ids.length; document++) {
      const id = segment.table.ids[document] as number;
      if (dead.has(id)) forgotten.push(id);
      else
        kept.push({
          input,
          firstRow: segment.table.firstRows[document] as number,
          entry: entryAt(segment.table, document),
        });
    }
  }
  kept.sort((a, b) => a.entry.documentId - b.entry.documentId);
  const newRows = inputs.map((segment) => new Int32Array(segment.rows).fill(-1));
  let next = 0;
  for (const { input, firstRow, entry } of kept) {
    const rows = newRows[input] as Int32Array;
    for (let row = 0; row < entry.ordinals.length; row++) rows[firstRow + row] = next++;
  }
  return { table: buildDocumentTable(kept.map(({ entry }) => entry)), newRows, forgotten };
}
