import { AtlasError } from "./atlas-error";
import { QuotaError } from "./quota-error";
import { StoreError } from "./store-error";

/** What IndexedDB and Dexie name the errors of a database that cannot be opened, or was closed by the browser. */
const OPEN_FAILURES = [
  "UnknownError",
  "OpenFailedError",
  "DatabaseClosedError",
  "InvalidStateError",
  "MissingAPIError",
];

/**
 * The error of Atlas for a failure of IndexedDB, with the remedy: a full disk becomes QuotaError, a database that
 * cannot be opened or read StoreError. Other errors are returned as they are.
 */
export function toStoreError(thrown: unknown): unknown {
  const chain = causesOf(thrown);
  const own = chain.find((cause) => cause instanceof AtlasError);
  if (own) return own;
  const names = new Set(chain.map(({ name }) => name));
  const options = { cause: thrown };
  if (names.has("QuotaExceededError")) return new QuotaError(options);
  if (names.has("VersionError")) {
    return new StoreError(
      "Cannot open what Atlas has stored: a newer Atlas wrote it; update Atlas, then restart Chrome",
      options,
    );
  }
  if (names.has("NotReadableError")) {
    return new StoreError(
      "Cannot read a part of what Atlas has stored: restart Chrome; if that does not help, remove everything and add your sources again",
      options,
    );
  }
  if (!OPEN_FAILURES.some((name) => names.has(name))) return thrown;
  return new StoreError(
    "Cannot open what Atlas has stored: restart Chrome, and free some space if the disk is nearly full",
    options,
  );
}

type Thrown = Error | DOMException;

/**
 * Dexie passes an error on as itself, as the `inner` of its own error, or among the failures of a bulk call. It also
 * wraps errors thrown inside a transaction whose name is one of the DOM's, such as NotFoundError.
 */
function causesOf(thrown: unknown): readonly Thrown[] {
  if (!(thrown instanceof Error || thrown instanceof DOMException)) return [];
  const inner = "inner" in thrown ? causesOf(thrown.inner) : [];
  const failures = "failures" in thrown && Array.isArray(thrown.failures) ? thrown.failures : [];
  return [thrown, ...inner, ...failures.flatMap(causesOf)];
}
