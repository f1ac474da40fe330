import { dequeue } from "./outbox";
import type { Database } from "./schema";
import { deleteLedgerRows } from "./tallies";

/**
 * Takes items out: pending work, stored document and ledger row go at once, so answers drop them; a `delete`
 * entry stays where the index still holds a version. Must run inside a write transaction.
 */
export async function removeItems(
  database: Database,
  sourceId: string,
  itemIds: readonly string[],
): Promise<void> {
  const { ledger, documents, queue } = database;
  const keys = itemIds.map((itemId): [string, string] => [sourceId, itemId]);
  const pendingIds = await dequeue(database, sourceId, itemIds);
  const rows = await ledger.bulkGet(keys);
  const stored = rows.flatMap((row) => row?.documentId ?? []);
  await Promise.all([documents.bulkDelete(stored), deleteLedgerRows(database, rows)]);
  await queue.bulkAdd(
    itemIds.flatMap((itemId, at) => {
      const documentIds = supersededIds(pendingIds.get(itemId), rows[at]?.documentId);
      return documentIds.length === 0 ? [] : { sourceId, itemId, operation: "delete", documentIds };
    }),
  );
}

/** What the index may hold for an item: ids its last entry had to remove, and the version that answers now. */
export function supersededIds(
  pendingIds: readonly number[] = [],
  current: number | undefined,
): readonly number[] {
  return current === undefined || pendingIds.includes(current) ? pendingIds : [...pendingIds, current];
}
