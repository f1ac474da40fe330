import { AtlasError } from "./atlas-error";

/** The documents this was made from were removed from Atlas, so it was removed too. */
export class ForgottenError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("forgotten", message, options);
  }
}
