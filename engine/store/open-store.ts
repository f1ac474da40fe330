import type { Clock } from "../ports/clock";
import { chatRows } from "./chats";
import { commitIndexed } from "./commit-indexed";
import { commitItems, commitPage } from "./commit-page";
import { documentRows } from "./documents";
import { egressRows } from "./egress";
import { findingRows } from "./findings";
import { indexRows } from "./index-rows";
import { ledgerRows } from "./ledger";
import { limitRows } from "./limits";
import { outboxReads } from "./outbox";
import { type DatabaseOptions, openDatabase } from "./schema";
import { sourceRows } from "./sources";
import { speedRows } from "./speeds";
import type { Store } from "./store";
import { write } from "./write";

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
    ...sourceRows(database),
    ...ledgerRows(database),
    ...outboxReads(database),
    ...documentRows(database),
    ...indexRows(database),
    ...findingRows(database),
    limits: limitRows(database),
    egress: egressRows(database),
    speeds: speedRows(database),
    chats: chatRows(database),
    commitPage: (sourceId, page) => commitPage(database, clock, { sourceId, page }),
    commitItems: (sourceId, items) => commitItems(database, clock, { sourceId, items }),
    commitIndexed: (batch) => commitIndexed(database, clock, batch),
    clear: () =>
      write(database, database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    close: () => database.close(),
  };
}
