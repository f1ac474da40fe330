/** Calls `listener` after installation, update, and every start of the browser. */
export function onStart(listener: () => void): void {
  chrome.runtime.onInstalled.addListener(listener);
  chrome.runtime.onStartup.addListener(listener);
}
