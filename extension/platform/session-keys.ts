import type { SessionKeys } from "../../engine/ports/session-keys";

const KEY = "vault-session";

/** chrome.storage.session: in memory, cleared with the browser session, and hidden from content scripts by default. */
export const sessionKeys: SessionKeys = {
  get: async () => (await chrome.storage.session.get(KEY))[KEY] as string | undefined,
  set: async (text) => chrome.storage.session.set({ [KEY]: text }),
  delete: async () => chrome.storage.session.remove(KEY),
};
