import type { Table } from "dexie";
import { AtlasError } from "../errors/atlas-error";
import { QuotaError } from "../errors/quota-error";
import type { Database } from "./schema";

/** Runs `scope` as one all-or-nothing transaction; a full disk becomes QuotaError. */
export async function writeTransaction<T>(
  database: Database,
  tables: readonly Table[],
  scope: () => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction("rw", [...tables], scope);
  } catch (thrown) {
    throw isQuotaExceeded(thrown) ? new QuotaError({ cause: thrown }) : unwrapOwnError(thrown);
  }
}

/** Dexie wraps errors thrown inside a transaction whose name is one of the DOM's, such as NotFoundError. */
function unwrapOwnError(thrown: unknown): unknown {
  const inner = thrown instanceof Error && "inner" in thrown ? thrown.inner : undefined;
  return inner instanceof AtlasError ? inner : thrown;
}

/**
 * Dexie passes a browser error on as itself, as the `inner` of its own error, or among the failures of a bulk call.
 */
function isQuotaExceeded(thrown: unknown): boolean {
  if (!(thrown instanceof Error || thrown instanceof DOMException)) return false;
  if (thrown.name === "QuotaExceededError") return true;
  if ("inner" in thrown && isQuotaExceeded(thrown.inner)) return true;
  return "failures" in thrown && Array.isArray(thrown.failures) && thrown.failures.some(isQuotaExceeded);
}
