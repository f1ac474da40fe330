import { Dexie } from "dexie";
import type { LedgerQuery } from "../contract/sources";
import type { LedgerItem } from "../model/ledger";
import type { KnownItem } from "../model/pull-page";
import { removeItems } from "./remove-items";
import type { Database, LedgerRow } from "./schema";
import type { IngestStore } from "./store";
import { readCounts } from "./tallies";
import { writeTransaction } from "./write-transaction";

type LedgerMethods = "known" | "withHash" | "withPrefix" | "counts" | "ledger" | "prune" | "clearVersion";

/** The ledger: one row per item. */
export function createLedgerMethods(database: Database): Pick<IngestStore, LedgerMethods> {
  const { ledger } = database;
  return {
    known: async (sourceId, itemIds) => {
      const rows = await ledger.bulkGet(itemIds.map((itemId) => [sourceId, itemId]));
      return new Map(rows.flatMap((row) => (row ? [[row.itemId, toKnown(row)] as const] : [])));
    },
    withHash: async (sourceId, contentHash) => {
      const keys = await ledger.where("[sourceId+contentHash]").equals([sourceId, contentHash]).primaryKeys();
      return keys.map(([, itemId]) => itemId);
    },
    withPrefix: async (sourceId, prefix) => {
      const keys = await ledger
        .where("[sourceId+itemId]")
        .between([sourceId, prefix], [sourceId, `${prefix}\uffff`])
        .primaryKeys();
      return keys.map(([, itemId]) => itemId);
    },
    counts: (sourceId) => readCounts(database, sourceId),
    ledger: async (sourceId, query) => {
      const rows = await select(database, sourceId, query).offset(query.offset).limit(query.limit).toArray();
      return rows.map(toItem);
    },
    prune: (sourceId, liveIds) => prune(database, sourceId, liveIds),
    // No item's version is empty, and neither status nor tally changes.
    clearVersion: (sourceId, itemId) =>
      writeTransaction(
        database,
        [ledger],
        async () => void (await ledger.update([sourceId, itemId], { version: "" })),
      ),
  };
}

function select({ ledger }: Database, sourceId: string, { statuses, withReason }: LedgerQuery) {
  const all = [
    [sourceId, Dexie.minKey],
    [sourceId, Dexie.maxKey],
  ] as const;
  if (withReason) {
    const rows = ledger.where("[sourceId+code]").between(...all);
    return statuses ? rows.and((row) => statuses.includes(row.status)) : rows;
  }
  return statuses
    ? ledger.where("[sourceId+status]").anyOf(statuses.map((status) => [sourceId, status]))
    : ledger.where("[sourceId+itemId]").between(...all);
}

async function prune(database: Database, sourceId: string, liveIds: readonly string[]): Promise<number> {
  const { ledger, tallies, queue, contents, documents } = database;
  const live = new Set(liveIds);
  return writeTransaction(database, [ledger, tallies, queue, contents, documents], async () => {
    const keys = await ledger
      .where("[sourceId+itemId]")
      .between([sourceId, Dexie.minKey], [sourceId, Dexie.maxKey])
      .primaryKeys();
    const gone = keys.map(([, itemId]) => itemId).filter((itemId) => !live.has(itemId));
    await removeItems(database, sourceId, gone);
    return gone.length;
  });
}

function toKnown({ version, contentHash }: LedgerRow): KnownItem {
  return contentHash === undefined ? { version } : { version, contentHash };
}

function toItem({ documentId: _, ...item }: LedgerRow): LedgerItem {
  return item;
}
