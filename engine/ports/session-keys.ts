/**
 * One text that is kept until the browser ends and is never written to disk: chrome.storage.session, which content
 * scripts cannot read at its default access level. It outlives the service worker.
 */
export interface SessionKeys {
  get(): Promise<string | undefined>;
  set(text: string): Promise<void>;
  delete(): Promise<void>;
}
