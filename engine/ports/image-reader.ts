import type { ImageText } from "../model/image-text";

/**
 * Why a picture was not read. `format`: of a kind this browser cannot draw; `broken`: cut off or no picture at all;
 * `large`: too many pixels; `timeout`: longer than a picture may take; `stopped`: the reader itself ended.
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
 * Reads the words off pictures, on this computer. One picture at a time: others wait their turn.
 * Rejects with the signal's reason alone, at once when it is aborted; whatever is wrong with a picture is a
 * failure that is returned, and leaves the reader fit for the next one.
 */
export interface ImageReader {
  read(bytes: Uint8Array<ArrayBuffer>, options: ReadImageOptions): Promise<ImageReadResult>;
}
