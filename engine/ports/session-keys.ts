/**
 * One text kept for as long as the browser runs and never written to disk: chrome.storage.session, which content
 * scripts cannot read as long as its access level is left as it is. It outlives the service worker.
 */
export interface SessionKeys {
  get(): Promise<string | undefined>;
  set(text: string): Promise<void>;
  delete(): Promise<void>;
}
