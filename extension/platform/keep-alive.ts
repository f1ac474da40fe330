/** Chrome ends an idle service worker after 30 s; an API call well before that counts as activity. */
const HEARTBEAT_MS = 20_000;

/** Keeps the service worker alive until the work ends. Chrome may still kill it, so the work must be resumable. */
export async function keepAlive<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void chrome.runtime.getPlatformInfo(), HEARTBEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
