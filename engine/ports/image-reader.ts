import type { ImageText } from "../model/image-text";

/**
 * Why a picture was not read. `format`: a format this browser cannot decode; `broken`: truncated, or not a picture;
 * `large`: too many pixels; `timeout`: reading took too long; `stopped`: the reader itself ended.
 */
export type ImageFailure = "format" | "broken" | "large" | "timeout" | "stopped";

export type ImageReadResult =
  | { readonly type: "read"; readonly text: ImageText }
  | { readonly type: "failed"; readonly failure: ImageFailure };

export interface ReadImageOptions {
  /** The share that is done, 0 to 1, never falling. Not called after the reading has ended. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Recognises the text of pictures on this computer, one picture at a time; further calls wait. It rejects only with
 * the signal's reason, immediately after the abort. Any problem with a picture is returned as a failure, and the
 * reader can read the next one.
 */
export interface ImageReader {
  read(bytes: Uint8Array<ArrayBuffer>, options: ReadImageOptions): Promise<ImageReadResult>;
}
