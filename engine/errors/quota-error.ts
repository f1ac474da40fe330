import { AtlasError } from "./atlas-error";

/** The browser's storage is full. Everything committed before is intact. */
export class QuotaError extends AtlasError {
  constructor(options?: { cause?: unknown }) {
    super(
      "quota",
      "Cannot store more: the browser's storage is full; free disk space or remove a source, then sync again",
      options,
    );
  }
}
