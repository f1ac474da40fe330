import type { FocusSummary } from "../../engine/contract/focus";
import { connect } from "../platform/runtime";
import { callBackground } from "./call-background";
import { toError } from "./envelope";
import type { AttachEvent, Attachment } from "./protocol";

/** Name of the port over which a file is read. */
export const ATTACH_PORT = "attach";

interface AttachOptions {
  /** The share of a picture that is read, 0 to 1. Files of other kinds tell none. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Has the engine read a file, and opens a focus on it. Rejects with the signal's reason once it is aborted. */
export async function attachFile(
  attachment: Attachment,
  { onProgress, signal }: AttachOptions,
): Promise<FocusSummary> {
  await callBackground("engine-ensure", {});
  signal.throwIfAborted();
  const port = connect(ATTACH_PORT);
  try {
    return await new Promise((resolve, reject) => {
      port.onMessage.addListener((event: AttachEvent) => {
        if (event.type === "progress") onProgress(event.share);
        else if (event.type === "done") resolve(event.focus);
        else reject(toError(event.error));
      });
      port.onDisconnect.addListener(() =>
        reject(new Error(`Cannot read "${attachment.name}": the engine stopped midway; attach it again`)),
      );
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      port.postMessage(attachment);
    });
  } finally {
    // The other side stops reading when nobody listens.
    port.disconnect();
  }
}
