const NAME = "sync";

/** Chrome's shortest alarm. */
const SHORTEST_MS = 30_000;

/** Wakes the service worker at `time` (milliseconds since the epoch), not sooner than Chrome allows. */
export async function wakeAt(time: number): Promise<void> {
  await chrome.alarms.create(NAME, { when: Math.max(time, Date.now() + SHORTEST_MS) });
}

/** Calls `listener` when the alarm rings. */
export function onWake(listener: () => void): void {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) listener();
  });
}
