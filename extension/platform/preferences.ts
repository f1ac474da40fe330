/** What the person chose for Atlas as a whole; nothing in it is secret. */
export interface Preferences {
  /** Origin of the companion server, empty when there is none. */
  readonly companionUrl: string;
  /** Locks the vault after so many idle minutes; 0 never. Only with a passphrase. */
  readonly lockAfterMinutes: number;
}

const DEFAULTS: Preferences = { companionUrl: "", lockAfterMinutes: 0 };
const KEY = "preferences";

export async function readPreferences(): Promise<Preferences> {
  const stored = await chrome.storage.local.get(KEY);
  return { ...DEFAULTS, ...(stored[KEY] as Partial<Preferences> | undefined) };
}

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  await chrome.storage.local.set({ [KEY]: { ...(await readPreferences()), ...change } });
}
