import { AtlasError } from "./atlas-error";

/** The context a message was sent to does not reply. Try again, or reload Atlas. */
export class NoReplyError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("no-reply", message, options);
  }
}
