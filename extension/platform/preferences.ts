import type { ModelSettings } from "../../engine/model/model-settings";

/** Settings of Atlas as a whole; none is secret. */
export interface Preferences {
  /** Locks the vault after so many idle minutes; 0 never. Only with a passphrase. */
  readonly lockAfterMinutes: number;
  readonly models: ModelSettings;
}

const DEFAULTS: Preferences = {
  lockAfterMinutes: 0,
  // By default nothing leaves this computer, and the budget is low.
  models: { policy: "device", servers: [], race: false, dailyBudget: 1, monthlyBudget: 10 },
};
const KEY = "preferences";

export async function readPreferences(): Promise<Preferences> {
  const stored = await chrome.storage.local.get(KEY);
  return { ...DEFAULTS, ...(stored[KEY] as Partial<Preferences> | undefined) };
}

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  await chrome.storage.local.set({ [KEY]: { ...(await readPreferences()), ...change } });
}
