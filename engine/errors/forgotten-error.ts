import { AtlasError } from "./atlas-error";

/** What this rested on was removed from Atlas, and it was removed with it. */
export class ForgottenError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("forgotten", message, options);
  }
}
