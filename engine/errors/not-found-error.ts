import { AtlasError } from "./atlas-error";

/** What was asked for no longer exists, for example a removed source. */
export class NotFoundError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("not-found", message, options);
  }
}
