import { toStoreError } from "../errors/to-store-error";
import type { Database } from "./schema";

type Method = (...parameters: unknown[]) => unknown;

/**
 * The same methods, alone or in groups, whose errors are Atlas's own (see `toStoreError`). After a failure to open the
 * database, the next call opens it again: Dexie alone would reject every later call with the first failure.
 */
export function withStoreErrors<Methods extends object>(database: Database, methods: Methods): Methods {
  const mapped = (Object.entries(methods) as [string, Method | object][]).map(([name, member]) => [
    name,
    typeof member === "function" ? mapErrors(database, member as Method) : withStoreErrors(database, member),
  ]);
  return Object.fromEntries(mapped) as Methods;
}

function mapErrors(database: Database, method: Method): Method {
  return async (...parameters) => {
    try {
      return await method(...parameters);
    } catch (thrown) {
      // A database that its owner closed stays closed.
      if (database.hasFailed() && !database.hasBeenClosed()) database.close({ disableAutoOpen: false });
      throw toStoreError(thrown);
    }
  };
}
