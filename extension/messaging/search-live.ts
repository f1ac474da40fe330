import type { LiveReply, LiveRequest } from "../../engine/model/live";
import { connect } from "../platform/runtime";

/** Name of the port over which the service worker is asked to search the connected sources. */
export const LIVE_PORT = "live-search";

/**
 * Asks the connected sources through the service worker, which starts for it. Resolves when all have replied,
 * the service worker has ended, or the signal aborts.
 */
export function searchLive(
  request: LiveRequest,
  { onReply, signal }: { readonly onReply: (reply: LiveReply) => void; readonly signal: AbortSignal },
): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const port = connect(LIVE_PORT);
  return new Promise((resolve) => {
    port.onMessage.addListener((reply: LiveReply) => onReply(reply));
    port.onDisconnect.addListener(() => resolve());
    signal.addEventListener(
      "abort",
      () => {
        port.disconnect();
        resolve();
      },
      { once: true },
    );
    port.postMessage(request);
  });
}
