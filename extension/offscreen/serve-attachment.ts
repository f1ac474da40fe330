import { toPlainError } from "../../engine/errors/to-plain-error";
import type { AttachEvent, Attachment } from "../messaging/protocol";
import { type AttachmentParts, openAttachment } from "./open-attachment";

/** Reads one file over the port; a disconnect ends the reading. */
export function serveAttachment(parts: AttachmentParts, port: chrome.runtime.Port): void {
  const stop = new AbortController();
  const say = (event: AttachEvent) => {
    if (!stop.signal.aborted) port.postMessage(event);
  };
  port.onDisconnect.addListener(() => stop.abort());
  port.onMessage.addListener((attachment: Attachment) => {
    openAttachment(attachment, parts, {
      onProgress: (share) => say({ type: "progress", share }),
      signal: stop.signal,
    }).then(
      (focus) => say({ type: "done", focus }),
      (error: unknown) => say({ type: "error", error: toPlainError(error) }),
    );
  });
}
