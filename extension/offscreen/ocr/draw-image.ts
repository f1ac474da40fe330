import { imageSize } from "image-size";
import type { ImageFailure } from "../../../engine/ports/image-reader";
import { fitImage, MAX_PIXELS } from "./fit-image";

type DrawResult = { readonly pixels: ImageData } | { readonly failure: ImageFailure };

/** Draws a picture on white, in the orientation of its metadata and at the best size to read; the first frame of several. */
export async function drawImage(bytes: Uint8Array<ArrayBuffer>): Promise<DrawResult> {
  const size = readSize(bytes);
  if (!size) return { failure: "broken" };
  if (size.width * size.height > MAX_PIXELS) return { failure: "large" };
  const bitmap = await decode(bytes);
  if (!bitmap) return { failure: SUPPORTED_TYPES.has(size.type) ? "broken" : "format" };
  const { width, height } = fitImage(bitmap);
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("Cannot draw the picture: this browser gives no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { pixels: context.getImageData(0, 0, width, height) };
}

/** Types, by image-size's names, that every Chrome draws. */
const SUPPORTED_TYPES: ReadonlySet<string> = new Set(["png", "jpg", "webp", "gif", "bmp", "avif", "ico"]);

/** Read from the header alone: a file of a few kilobytes may declare gigabytes of pixels. */
function readSize(bytes: Uint8Array): { width: number; height: number; type: string } | undefined {
  try {
    const { width, height, type = "" } = imageSize(bytes);
    return { width, height, type };
  } catch {
    return undefined;
  }
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([bytes]));
  } catch {
    return undefined;
  }
}
