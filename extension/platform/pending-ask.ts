import type { Focus } from "../../engine/model/chat";

/** A request of the context menu or the omnibox to the side panel. */
export interface PendingAsk {
  /** Asked at once; without it the panel waits for input. */
  readonly question?: string;
  /** An open focus of the engine, which limits the question. */
  readonly focus?: Focus;
  /** A page that needs access to its host first. */
  readonly needsHost?: { readonly pattern: string; readonly url: string };
  /** A confirmation. */
  readonly notice?: string;
  /** Why the page cannot be attached; shown instead of an answer. */
  readonly problem?: string;
}

const KEY = "pending-ask";

/** Stores a request for the panel, in session storage. */
export async function setPendingAsk(pendingAsk: PendingAsk): Promise<void> {
  await chrome.storage.session.set({ [KEY]: pendingAsk });
}

/** Returns and removes the stored request. */
export async function takePendingAsk(): Promise<PendingAsk | undefined> {
  const stored = await chrome.storage.session.get(KEY);
  const pending = stored[KEY] as PendingAsk | undefined;
  if (pending) await chrome.storage.session.remove(KEY);
  return pending;
}

/** Calls `listener` after every new request. Returns how to stop. */
export function onPendingAsk(listener: () => void): () => void {
  const changed = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes[KEY]?.newValue !== undefined) listener();
  };
  chrome.storage.session.onChanged.addListener(changed);
  return () => chrome.storage.session.onChanged.removeListener(changed);
}
