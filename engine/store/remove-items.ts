import { dequeue } from "./outbox";
import type { Database } from "./schema";
import { deleteLedgerRows } from "./tallies";

/**
 * Removes items: pending work, stored document and ledger row are deleted, so that answers no longer contain them; a
 * `delete` entry stays while the index has a version. Must run inside a write transaction.
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

/** Document ids that the index may have for an item: those its last entry had to remove, and the current version. */
export function supersededIds(
  pendingIds: readonly number[] = [],
  current: number | undefined,
): readonly number[] {
  return current === undefined || pendingIds.includes(current) ? pendingIds : [...pendingIds, current];
}
