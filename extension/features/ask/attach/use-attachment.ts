import { useEffect, useRef, useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { attachFile } from "../../../messaging/attach-file";
import { formatBytes } from "../../../ui/format-bytes";

/** Largest file that is read, in bytes: its content is held in memory several times. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A file that is being read. */
export interface PendingAttachment {
  readonly name: string;
  /** The share of a picture that has been read, 0 to 1; absent while it is not known. */
  readonly share?: number;
}

/** Reads files, one at a time: a new one ends the reading of the last one. */
export function useAttachment() {
  const [attaching, setAttaching] = useState<PendingAttachment>();
  const [attached, setAttached] = useState<{ readonly focusId: string; readonly file: File }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  /** Undefined when the reading was cancelled. */
  const attach = async (file: File): Promise<Focus | undefined> => {
    if (file.size > MAX_FILE_BYTES) {
      throw new Error(`Cannot read “${file.name}”: it is larger than ${formatBytes(MAX_FILE_BYTES)}`);
    }
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const show = (next: PendingAttachment | undefined) => {
      if (running.current === controller && !controller.signal.aborted) setAttaching(next);
    };
    const { name } = file;
    show({ name });
    const url = URL.createObjectURL(file);
    try {
      const onProgress = (share: number) => show({ name, share });
      const focus = await attachFile(
        { name, mediaType: file.type, url },
        { onProgress, signal: controller.signal },
      );
      setAttached({ focusId: focus.focusId, file });
      return focus;
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    } finally {
      URL.revokeObjectURL(url);
      show(undefined);
    }
  };
  return {
    ...(attaching && { attaching }),
    attach,
    cancel: () => {
      running.current?.abort();
      setAttaching(undefined);
    },
    /** The file of a focus, if it is the last file that was read. */
    fileOf: ({ focusId }: Focus) => (attached?.focusId === focusId ? attached.file : undefined),
  };
}
