import { LockedError } from "../errors/locked-error";
import { SettingsError } from "../errors/settings-error";
import type { SessionKeys } from "../ports/session-keys";
import { createDataKey, derivePassphraseKey, randomBytes, unwrapDataKey, wrapDataKey } from "./data-key";
import { addSessionCopy, openSessionCopy } from "./session-copy";
import type { StoredKey } from "./vault-record";

const SALT_BYTES = 16;

type LockableKey = Extract<StoredKey, { kind: "passphrase" }>;

/** A new data key in its stored form, and ready for use. */
export interface NewKey {
  readonly key: StoredKey;
  /** Not extractable. */
  readonly dataKey: CryptoKey;
}

export async function createOpenKey(): Promise<NewKey> {
  const dataKey = await createDataKey(false);
  return { key: { kind: "open", dataKey }, dataKey };
}

/** Creates a data key wrapped by the passphrase, unlocked for this session. */
export async function createLockableKey(
  passphrase: string,
  { iterations, sessionKeys }: { readonly iterations: number; readonly sessionKeys: SessionKeys },
): Promise<NewKey> {
  const salt = randomBytes(SALT_BYTES);
  const wrapping = await derivePassphraseKey(passphrase, { salt, iterations });
  const extractable = await createDataKey(true);
  const wrapped = await wrapDataKey(extractable, wrapping);
  const sessionKey = await addSessionCopy(sessionKeys, extractable);
  const dataKey = await unwrapDataKey(wrapped, wrapping, false);
  return { key: { kind: "passphrase", salt, iterations, wrapped, sessionKey }, dataKey };
}

/** The same key, unlocked for this session. Rejects with SettingsError when the passphrase is wrong. */
export async function unlockKey(
  key: LockableKey,
  passphrase: string,
  sessionKeys: SessionKeys,
): Promise<LockableKey> {
  const wrapping = await derivePassphraseKey(passphrase, key);
  const extractable = await unwrapDataKey(key.wrapped, wrapping, true).catch(() => {
    throw new SettingsError("Cannot unlock: the passphrase is wrong");
  });
  return { ...key, sessionKey: await addSessionCopy(sessionKeys, extractable) };
}

/** The data key, not extractable; undefined while locked. */
export async function findDataKey(key: StoredKey, sessionKeys: SessionKeys): Promise<CryptoKey | undefined> {
  if (key.kind === "open") return key.dataKey;
  return key.sessionKey && openSessionCopy(sessionKeys, key.sessionKey);
}

/** As `findDataKey`, but rejects with LockedError while locked. */
export async function requireDataKey(key: StoredKey, sessionKeys: SessionKeys): Promise<CryptoKey> {
  const dataKey = await findDataKey(key, sessionKeys);
  if (dataKey === undefined) throw new LockedError("Cannot read sign-ins: unlock Atlas with the passphrase");
  return dataKey;
}
