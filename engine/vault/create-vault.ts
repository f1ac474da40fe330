import type { UseStore } from "idb-keyval";
import { SettingsError } from "../errors/settings-error";
import type { SessionKeys } from "../ports/session-keys";
import { openCredential, resealCredentials, sealCredential } from "./seal-credential";
import { createLockableKey, createOpenKey, findDataKey, requireDataKey, unlockKey } from "./stored-key";
import type { Vault } from "./vault";
import { createVaultRecords, type VaultRecord } from "./vault-record";

/** OWASP's Password Storage Cheat Sheet for PBKDF2 with SHA-256 (2023). */
const ITERATIONS = 600_000;
/** NIST SP 800-63B for memorised secrets. */
const MIN_CHARACTERS = 8;

export interface CreateVaultOptions {
  /** An object store of its own: idb-keyval's `createStore("atlas-vault", "vault")`. */
  readonly store: UseStore;
  readonly sessionKeys: SessionKeys;
  /** PBKDF2 iterations for passphrases set from now on; 600,000 when absent. */
  readonly iterations?: number;
}

/**
 * The vault over IndexedDB. It has no state in memory: every call reads the record again, so that it survives
 * restarts of the service worker.
 *
 * Setting, changing or removing the passphrase creates a new data key and encrypts every credential again, in one
 * transaction: a kill leaves the vault before or after the change, and an old key decrypts nothing that is stored
 * later.
 */
export function createVault({ store, sessionKeys, iterations = ITERATIONS }: CreateVaultOptions): Vault {
  const records = createVaultRecords(store);
  const open = ({ key }: Pick<VaultRecord, "key">) => requireDataKey(key, sessionKeys);
  const newKey = (passphrase: string | undefined) =>
    passphrase === undefined ? createOpenKey() : createLockableKey(passphrase, { iterations, sessionKeys });
  return {
    state: async () => {
      const record = await records.read();
      return record === undefined || (await findDataKey(record.key, sessionKeys)) ? "open" : "locked";
    },
    get: async (sourceId) => {
      const record = await records.read();
      return record && openCredential(await open(record), sourceId, record.credentials);
    },
    put: (sourceId, credential) =>
      records.update(async (record) => {
        const { key, credentials } = record ?? { ...(await createOpenKey()), credentials: new Map() };
        const sealed = await sealCredential(await open({ key }), sourceId, credential);
        return { key, credentials: new Map(credentials).set(sourceId, sealed) };
      }),
    delete: (sourceId) =>
      records.update(async (record) => {
        const credentials = new Map(record?.credentials);
        return record && credentials.delete(sourceId) ? { ...record, credentials } : undefined;
      }),
    clear: async () => {
      await sessionKeys.delete();
      await records.clear();
    },
    hasPassphrase: async () => (await records.read())?.key.kind === "passphrase",
    setPassphrase: async (passphrase) => {
      if (passphrase !== undefined && passphrase.length < MIN_CHARACTERS)
        throw new SettingsError(`Cannot set the passphrase: it needs at least ${MIN_CHARACTERS} characters`);
      await records.update(async (record) => {
        const before = record && (await open(record));
        const { key, dataKey } = await newKey(passphrase);
        if (record === undefined || before === undefined) return { key, credentials: new Map() };
        return { key, credentials: await resealCredentials(record.credentials, before, dataKey) };
      });
      if (passphrase === undefined) await sessionKeys.delete();
    },
    unlock: (passphrase) =>
      records.update(async (record) => {
        if (record?.key.kind !== "passphrase") return undefined;
        return { ...record, key: await unlockKey(record.key, passphrase, sessionKeys) };
      }),
    lock: async () => {
      await sessionKeys.delete();
      await records.update(async (record) => {
        if (record?.key.kind !== "passphrase" || record.key.sessionKey === undefined) return undefined;
        const { sessionKey: _dropped, ...key } = record.key;
        return { ...record, key };
      });
    },
  };
}
