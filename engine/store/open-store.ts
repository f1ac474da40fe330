import type { Clock } from "../ports/clock";
import { commitIndexed } from "./commit-indexed";
import { commitItems, commitPage } from "./commit-page";
import { createChatStore } from "./create-chat-store";
import { createDocumentMethods } from "./create-document-methods";
import { createEgressLog } from "./create-egress-log";
import { createFindingStore } from "./create-finding-store";
import { createIndexMethods } from "./create-index-methods";
import { createLedgerMethods } from "./create-ledger-methods";
import { createLimitRecords } from "./create-limit-records";
import { createModelSpeeds } from "./create-model-speeds";
import { createSourceMethods } from "./create-source-methods";
import { createOutboxMethods } from "./outbox";
import { type DatabaseOptions, openDatabase } from "./schema";
import type { Store } from "./store";
import { writeTransaction } from "./write-transaction";

export interface OpenStoreOptions extends DatabaseOptions {
  readonly clock: Clock;
}

/**
 * The store over IndexedDB. Several contexts open it under the same name; the database is opened by the first
 * call, which is also where a failure to open it shows.
 */
export function openStore({ clock, ...options }: OpenStoreOptions): Store {
  const database = openDatabase(options);
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
    clear: () =>
      writeTransaction(database, database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    close: () => database.close(),
  };
}
