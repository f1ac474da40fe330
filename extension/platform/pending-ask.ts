/** What the context menu or the omnibox wants the side panel to do when it opens. */
export interface PendingAsk {
  /** Asked at once when present; otherwise the panel waits for the person to type. */
  readonly question?: string;
  /** Narrows the question to this page, which the engine has open. */
  readonly focus?: {
    readonly focusId: string;
    readonly kind: string;
    readonly title: string;
    readonly url: string;
  };
  /** A page Atlas may only read after the person allows its site. */
  readonly needsHost?: { readonly pattern: string; readonly url: string };
  /** Something that was done, to confirm. */
  readonly notice?: string;
  /** Shown instead of an answer: why the page cannot be asked about. */
  readonly problem?: string;
}

const KEY = "pending-ask";

/** Leaves a wish for the panel; session storage, so it is gone with the browser. */
export async function setPendingAsk(pendingAsk: PendingAsk): Promise<void> {
  await chrome.storage.session.set({ [KEY]: pendingAsk });
}

/** Takes the wish, if there is one, and removes it. */
export async function takePendingAsk(): Promise<PendingAsk | undefined> {
  const stored = await chrome.storage.session.get(KEY);
  const pending = stored[KEY] as PendingAsk | undefined;
  if (pending) await chrome.storage.session.remove(KEY);
  return pending;
}

/** Calls `listener` whenever a new wish is left. Returns how to stop. */
export function onPendingAsk(listener: () => void): () => void {
  const changed = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes[KEY]?.newValue !== undefined) listener();
  };
  chrome.storage.session.onChanged.addListener(changed);
  return () => chrome.storage.session.onChanged.removeListener(changed);
}
