import { toPlainError } from "../../../engine/errors/to-plain-error";
import type { AttachEvent, Attachment } from "../../messaging/protocol";
import type { Port } from "../../platform/runtime";
import { type AttachmentDeps, openAttachment } from "./open-attachment";

/** Reads one file over the port; a disconnect ends the reading. */
export function serveAttachment(deps: AttachmentDeps, port: Port): void {
  const controller = new AbortController();
  const post = (event: AttachEvent) => {
    if (!controller.signal.aborted) port.postMessage(event);
  };
  port.onDisconnect.addListener(() => controller.abort());
  port.onMessage.addListener((attachment: Attachment) => {
    openAttachment(attachment, deps, {
      onProgress: (share) => post({ type: "progress", share }),
      signal: controller.signal,
    }).then(
      (focus) => post({ type: "done", focus }),
      (error: unknown) => post({ type: "error", error: toPlainError(error) }),
    );
  });
}
