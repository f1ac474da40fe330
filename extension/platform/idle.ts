/**
 * Calls `listener` when the computer has been idle for the time last set by `watchIdle`, or its screen is locked.
 * `chrome.idle` is an optional permission: without it no event arrives, so bind again when it is granted.
 */
export function onIdle(listener: () => void): void {
  if (listening || !chrome.idle) return;
  listening = true;
  chrome.idle.onStateChanged.addListener((state) => {
    if (state !== "active") listener();
  });
}

let listening = false;

/** Sets the minutes after which the computer counts as idle. Chrome drops the setting with the service worker. */
export function watchIdle(minutes: number): void {
  if (minutes > 0) chrome.idle?.setDetectionInterval(minutes * 60);
}
