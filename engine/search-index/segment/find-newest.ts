import type { DocumentTable } from "./document-table";
import { hasRow } from "./live-rows";

interface SelectedRows {
  readonly table: DocumentTable;
  /** Rows that are live and pass the filter. */
  readonly mask: Uint32Array;
}

interface DatedDocument {
  readonly documentId: number;
  readonly updatedAt: number;
}

/** Ids of the documents with the latest times, the newest first. Reads one number a document. */
export function findNewest(selected: readonly SelectedRows[], limit: number): readonly number[] {
  const newest: DatedDocument[] = [];
  for (const { table, mask } of selected) {
    for (let index = 0; index < table.ids.length; index++) {
      const updatedAt = table.updatedAt[index] as number;
      const isLate = newest.length < limit || updatedAt > (newest.at(-1)?.updatedAt ?? -Infinity);
      if (!isLate || !hasRow(mask, table.firstRows[index] as number)) continue;
      const documentId = table.ids[index] as number;
      const position = newest.findIndex((other) => other.updatedAt < updatedAt);
      newest.splice(position < 0 ? newest.length : position, 0, { documentId, updatedAt });
      if (newest.length > limit) newest.pop();
    }
  }
  return newest.map(({ documentId }) => documentId);
}
