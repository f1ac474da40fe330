import { AtlasError } from "./atlas-error";

/** A server keeps failing or cannot be reached. Try again later. */
export class UnavailableError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("unavailable", message, options);
  }
}
