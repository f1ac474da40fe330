interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Pictures with more pixels are not drawn at all: each takes eight bytes while it is drawn, and a file of a few
 * kilobytes can unpack to gigabytes. Photos of telephones are smaller in their usual settings.
 */
export const MAX_PIXELS = 64_000_000;
/** Pixels that are read at most: a sheet of A4 at 300 dots an inch. */
const MAX_READ_PIXELS = 9_000_000;
/**
 * Text on a screen is half as large as Tesseract needs. Measured on screenshots with letters of 10 to 20 pixels:
 * twice the size corrects numbers ("278" for "27B", "4471XK" for "4471-XK"); three times corrects no more and loses rows
 * of tables.
 */
const MAX_SCALE = 2;

/** The size at which a picture is read, in whole pixels. */
export function fitImage({ width, height }: ImageSize): ImageSize {
  const scale = Math.min(MAX_SCALE, Math.sqrt(MAX_READ_PIXELS / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
