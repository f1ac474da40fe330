import { AtlasError } from "./atlas-error";

/** A vendor's rate limit is reached. The source goes on at `retryAt`. */
export class WaitError extends AtlasError {
  /** @param retryAt milliseconds since the epoch */
  constructor(
    readonly retryAt: number,
    message: string,
    options?: { cause?: unknown },
  ) {
    super("wait", message, options);
  }
}
