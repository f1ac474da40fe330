import type { Credential } from "../model/credential";

/** `open`: readable. `locked`: the passphrase is needed. */
export type VaultState = "open" | "locked";

/**
 * Credentials, encrypted at rest with AES-GCM under a non-extractable key. A credential is bound to its source's id:
 * a row copied to another id cannot be decrypted.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /** Undefined when there is none, or when it is damaged. Rejects with LockedError while locked. */
  get(sourceId: string): Promise<Credential | undefined>;
  /** Rejects with LockedError while locked. */
  put(sourceId: string, credential: Credential): Promise<void>;
  /** Works while locked too. */
  delete(sourceId: string): Promise<void>;
  /** Deletes every credential, the key and the passphrase. */
  clear(): Promise<void>;
  /** True when a passphrase is set. */
  hasPassphrase(): Promise<boolean>;
  /**
   * Sets, changes or (undefined) removes the passphrase. Rejects with LockedError while locked, SettingsError when it
   * is shorter than 8 characters.
   */
  setPassphrase(passphrase: string | undefined): Promise<void>;
  /** Rejects with SettingsError when the passphrase is wrong. */
  unlock(passphrase: string): Promise<void>;
  /** Does nothing without a passphrase. */
  lock(): Promise<void>;
}
