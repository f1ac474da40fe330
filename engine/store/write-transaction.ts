import type { Table } from "dexie";
import type { Database } from "./schema";

/** Runs `scope` as one all-or-nothing transaction. */
export async function writeTransaction<T>(
  database: Database,
  tables: readonly Table[],
  scope: () => Promise<T>,
): Promise<T> {
  return database.transaction("rw", [...tables], scope);
}
