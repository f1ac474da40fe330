import { AtlasError } from "./atlas-error";

/** The thing named no longer exists: a removed source, a forgotten page. */
export class NotFoundError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("not-found", message, options);
  }
}
