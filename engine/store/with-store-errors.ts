import { toStoreError } from "../errors/to-store-error";
import type { Database } from "./schema";

/** A group of asynchronous methods over the database; groups may contain groups. */
type Methods = object;

/**
 * The same methods, whose errors are Atlas's own (see `toStoreError`). After a failure to open the database, the next
 * call opens it again: Dexie alone would reject every later call with the first failure.
 */
export function withStoreErrors<Group extends Methods>(database: Database, methods: Group): Group {
  const mapped = Object.entries(methods).map(([name, member]: [string, unknown]) => [
    name,
    typeof member === "function" ? mapErrors(database, member) : withStoreErrors(database, member as Methods),
  ]);
  return Object.fromEntries(mapped) as Group;
}

function mapErrors(database: Database, method: (...parameters: unknown[]) => unknown) {
  return async (...parameters: unknown[]): Promise<unknown> => {
    try {
      return await method(...parameters);
    } catch (thrown) {
      // A database that its owner closed stays closed.
      if (database.hasFailed() && !database.hasBeenClosed()) database.close({ disableAutoOpen: false });
      throw toStoreError(thrown);
    }
  };
}
