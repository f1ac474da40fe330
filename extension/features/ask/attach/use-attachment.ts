import { useRef, useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { attachFile } from "../../../messaging/attach-file";
import { formatBytes } from "../../../ui/format-bytes";

/** Largest file that is read, in bytes: everything of it is held in memory several times over. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A file on its way to be asked about. */
export interface PendingAttachment {
  readonly name: string;
  /** The share of a picture that is read, 0 to 1; absent until one is known. */
  readonly share?: number;
}

/** Has files read, one at a time: another one takes the place of the one being read. */
export function useAttachment() {
  const [attaching, setAttaching] = useState<PendingAttachment>();
  const [attached, setAttached] = useState<{ readonly focusId: string; readonly file: File }>();
  const running = useRef<AbortController>(undefined);

  /** Undefined when the person wants it no more. */
  const attach = async (file: File): Promise<Focus | undefined> => {
    if (file.size > MAX_FILE_BYTES) {
      throw new Error(`Cannot read “${file.name}”: it is larger than ${formatBytes(MAX_FILE_BYTES)}`);
    }
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const show = (next: PendingAttachment | undefined) => {
      if (running.current === controller) setAttaching(next);
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
    /** The file behind a focus, as long as it was the last one. */
    fileOf: ({ focusId }: Focus) => (attached?.focusId === focusId ? attached.file : undefined),
  };
}
