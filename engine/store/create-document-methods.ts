import { Dexie } from "dexie";
import type { Database, LedgerRow } from "./schema";
import type { SearchStore } from "./store";
import { writeTransaction } from "./write-transaction";

type DocumentMethods = "documents" | "documentIdsOf" | "documentOf" | "enqueueReindex";

/** Stored documents, by id or by the ledger row of their item. */
export function createDocumentMethods(database: Database): Pick<SearchStore, DocumentMethods> {
  const { documents, ledger } = database;
  return {
    documents: (documentIds) => documents.bulkGet([...documentIds]),
    documentIdsOf: async (sourceId, itemIds) => {
      const rows = itemIds
        ? await ledger.bulkGet(itemIds.map((itemId) => [sourceId, itemId]))
        : await ledger
            .where("[sourceId+itemId]")
            .between([sourceId, Dexie.minKey], [sourceId, Dexie.maxKey])
            .toArray();
      return rows.flatMap((row) => row?.documentId ?? []);
    },
    documentOf: (sourceId, itemId) =>
      database.transaction("r", ledger, documents, async () => {
        const row = await ledger.get([sourceId, itemId]);
        return row?.documentId === undefined ? undefined : documents.get(row.documentId);
      }),
    enqueueReindex: (documentIds) => enqueueReindex(database, documentIds),
  };
}

async function enqueueReindex(database: Database, documentIds?: readonly number[]): Promise<void> {
  const { ledger, queue } = database;
  const wanted = documentIds && new Set(documentIds);
  await writeTransaction(database, [ledger, queue], async () => {
    // The pending entry of an item already renews or removes its index entry.
    const waiting = await queue.toArray();
    const busy = new Set(waiting.map(({ sourceId, itemId }) => JSON.stringify([sourceId, itemId])));
    const rows = await ledger.toArray();
    await queue.bulkAdd(
      rows.flatMap((row) => {
        if (row.documentId === undefined || (wanted && !wanted.has(row.documentId))) return [];
        return busy.has(JSON.stringify([row.sourceId, row.itemId])) ? [] : toReindex(row, row.documentId);
      }),
    );
  });
}

function toReindex({ sourceId, itemId }: LedgerRow, documentId: number) {
  return { sourceId, itemId, operation: "reindex" as const, documentIds: [documentId] };
}
