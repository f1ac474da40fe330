import { AtlasError } from "./atlas-error";

/** The vendor no longer accepts a page token or delta token. Read again from the beginning. */
export class ExpiredCursorError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("expired-cursor", message, options);
  }
}
