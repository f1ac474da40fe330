import type { ErrorCode } from "./error-code";

/**
 * Base class of the errors whose message is shown to the person. Branch on `code`, not on the class or the message:
 * the class is lost when an error is sent between contexts.
 */
export class AtlasError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
