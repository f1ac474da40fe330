import type { Clock } from "../ports/clock";
import type { FindingStore } from "../ports/finding-store";
import type { LimitRecords } from "../ports/limit-records";
import type { ModelSpeeds } from "../ports/model-speeds";
import { commitIndexed } from "./commit-indexed";
import { commitItems, commitPage } from "./commit-page";
import { createChatStore } from "./create-chat-store";
import { createDocumentMethods } from "./create-document-methods";
import { createEgressLog } from "./create-egress-log";
import { createIndexMethods } from "./create-index-methods";
import { createLedgerMethods } from "./create-ledger-methods";
import { createSourceMethods } from "./create-source-methods";
import { createOutboxMethods } from "./outbox";
import { type Database, type DatabaseOptions, IDENTITY_KEY, openDatabase } from "./schema";
import type { Store } from "./store";
import { withStoreErrors } from "./with-store-errors";
import { writeTransaction } from "./write-transaction";

export interface OpenStoreOptions extends DatabaseOptions {
  readonly clock: Clock;
}

/**
 * The store over IndexedDB. Several contexts open it under the same name. The first call opens the database; while it
 * cannot be opened, every call tries again and rejects with StoreError.
 */
export function openStore({ clock, ...options }: OpenStoreOptions): Store {
  const database = openDatabase(options);
  return {
    ...withStoreErrors(database, createMethods(database, clock)),
    close: () => database.close(),
  };
}

function createMethods(database: Database, clock: Clock): Omit<Store, "close"> {
  return {
    ...createSourceMethods(database),
    ...createLedgerMethods(database),
    ...createOutboxMethods(database),
    ...createDocumentMethods(database),
    ...createIndexMethods(database),
    ...createFindingStore(database),
    limits: createLimitRecords(database),
    egress: createEgressLog(database),
    speeds: createModelSpeeds(database),
    chats: createChatStore(database),
    commitPage: (sourceId, page) => commitPage(database, clock, { sourceId, page }),
    commitItems: (sourceId, items) => commitItems(database, clock, { sourceId, items }),
    commitIndexed: (batch) => commitIndexed(database, clock, batch),
    databaseId: (newId) => readDatabaseId(database, newId),
    clear: () =>
      writeTransaction(database, database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
  };
}

async function readDatabaseId(database: Database, newId: string): Promise<string> {
  const { identity } = database;
  return writeTransaction(database, [identity], async () => {
    const known = await identity.get(IDENTITY_KEY);
    if (known === undefined) await identity.add({ key: IDENTITY_KEY, id: newId });
    return known?.id ?? newId;
  });
}

/** Findings of live searches. A search that ends after its source was removed writes nothing. */
function createFindingStore(database: Database): FindingStore {
  const { findings, sources } = database;
  return {
    finding: (key) => findings.get(key),
    saveFinding: (finding, oldest) =>
      writeTransaction(database, [findings, sources], async () => {
        await findings.where("foundAt").belowOrEqual(oldest).delete();
        // Of a clock that was ahead: they would be kept until it is that time.
        await findings.where("foundAt").above(finding.foundAt).delete();
        if ((await sources.get(finding.sourceId)) !== undefined) await findings.put(finding);
      }),
  };
}

/** Counts of requests. A request that ends after its source was removed writes nothing. */
function createLimitRecords(database: Database): LimitRecords {
  const { limits, sources } = database;
  return {
    load: async (sourceId) => {
      const row = await limits.get(sourceId);
      if (row === undefined) return undefined;
      const { sourceId: _, ...record } = row;
      return record;
    },
    save: (sourceId, record) =>
      writeTransaction(database, [limits, sources], async () => {
        if ((await sources.get(sourceId)) !== undefined) await limits.put({ ...record, sourceId });
      }),
  };
}

function createModelSpeeds(database: Database): ModelSpeeds {
  const { speeds } = database;
  return {
    load: async () => {
      const rows = await speeds.toArray();
      return new Map(rows.map(({ modelId, ...speed }) => [modelId, speed]));
    },
    save: (modelId, speed) =>
      writeTransaction(database, [speeds], async () => {
        await speeds.put({ ...speed, modelId });
      }),
  };
}
