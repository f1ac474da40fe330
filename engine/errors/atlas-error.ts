import type { ErrorCode } from "./error-code";

/**
 * Base of every error a person may read. Branch on `code`, never on the class or the wording: classes do
 * not survive the trip between contexts.
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
