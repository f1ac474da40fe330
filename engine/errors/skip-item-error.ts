import { AtlasError } from "./atlas-error";

/** The item has nothing to index: an empty file, a picture, a file over the size limit. */
export class SkipItemError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("skip-item", message, options);
  }
}
