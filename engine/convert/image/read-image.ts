import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ImageText } from "../../model/image-text";
import type { ImageFailure, ImageReader, ReadImageOptions } from "../../ports/image-reader";

interface RawImage {
  /** Named in messages. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Recognises the words of a picture. Rejects with SkipItemError, ReadItemError, or the signal's reason. */
export async function readImage(
  { name, bytes }: RawImage,
  reader: ImageReader,
  options: ReadImageOptions,
): Promise<ImageText> {
  if (bytes.length === 0) throw new SkipItemError(`"${name}" is empty`);
  const reading = await reader.read(bytes, options);
  if (reading.type === "failed") throw toError(reading.failure, name);
  return reading.text;
}

const REMEDIES: Readonly<Record<ImageFailure, string>> = {
  format: "Atlas reads PNG, JPEG, WebP, GIF, BMP and AVIF pictures; save it as one of these",
  broken: "the picture is damaged, or no picture at all; save it again where it came from",
  large: "it has more than 64 million pixels; cut out the part you ask about",
  timeout: "it takes too long; cut out the part you ask about",
  stopped: "the reader of pictures has stopped; try again, or cut out the part you ask about",
};

function toError(failure: ImageFailure, name: string): ReadItemError {
  return new ReadItemError(`Cannot read "${name}": ${REMEDIES[failure]}`);
}
