const ALARM_NAME = "sync";

/** Chrome's shortest alarm. */
const MIN_DELAY_MS = 30_000;

/** Wakes the service worker at `time` (milliseconds since the epoch), or at the earliest time that Chrome allows. */
export async function setAlarm(time: number): Promise<void> {
  await chrome.alarms.create(ALARM_NAME, { when: Math.max(time, Date.now() + MIN_DELAY_MS) });
}

/** Calls `listener` when the alarm fires. */
export function onAlarm(listener: () => void): void {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM_NAME) listener();
  });
}
