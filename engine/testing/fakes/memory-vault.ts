import { LockedError } from "../../errors/locked-error";
import { SettingsError } from "../../errors/settings-error";
import type { Credential } from "../../model/credential";
import type { Vault } from "../../vault/vault";

/** A vault without encryption. */
export function createMemoryVault(initial: Readonly<Record<string, Credential>> = {}): Vault {
  const credentials = new Map(Object.entries(initial));
  let passphrase: string | undefined;
  let locked = false;
  const assertOpen = () => {
    if (locked) throw new LockedError("Cannot read sign-ins: enter the passphrase");
  };
  return {
    state: async () => (locked ? "locked" : "open"),
    get: async (sourceId) => {
      assertOpen();
      return credentials.get(sourceId);
    },
    put: async (sourceId, credential) => {
      assertOpen();
      credentials.set(sourceId, credential);
    },
    delete: async (sourceId) => {
      credentials.delete(sourceId);
    },
    clear: async () => {
      credentials.clear();
      passphrase = undefined;
      locked = false;
    },
    hasPassphrase: async () => passphrase !== undefined,
    setPassphrase: async (entered) => {
      assertOpen();
      passphrase = entered;
    },
    unlock: async (entered) => {
      if (entered !== passphrase) throw new SettingsError("Cannot unlock: the passphrase is wrong");
      locked = false;
    },
    lock: async () => {
      locked = passphrase !== undefined;
    },
  };
}
