import type { FocusContent, FocusSummary } from "../../../engine/contract/focus";
import { isImage } from "../../../engine/convert/detect/detect-kind";
import { readImage } from "../../../engine/convert/image/read-image";
import type { ImageReader, ReadImageOptions } from "../../../engine/ports/image-reader";
import type { Attachment } from "../../messaging/protocol";

export interface AttachmentDeps {
  /** The bytes behind an address of this browser (`blob:`); messages between pages carry none. */
  readonly readBytes: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly images: ImageReader;
  readonly openFocus: (content: FocusContent) => Promise<FocusSummary>;
}

/** Takes a file over from the page it was given to, reads it, and opens a focus on it. */
export async function openAttachment(
  { name, mediaType, url }: Attachment,
  { readBytes, images, openFocus }: AttachmentDeps,
  options: ReadImageOptions,
): Promise<FocusSummary> {
  if (!url.startsWith("blob:")) throw new TypeError(`Cannot read "${name}": it is no file of this browser`);
  const bytes = await readBytes(url);
  options.signal.throwIfAborted();
  const file = { title: name, url: "" } as const;
  if (!isImage({ kind: "bytes", bytes, mediaType }, name)) {
    return openFocus({ ...file, kind: "file", mediaType, bytes });
  }
  return openFocus({ ...file, kind: "image", text: await readImage({ name, bytes }, images, options) });
}
