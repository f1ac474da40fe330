import { AtlasError } from "./atlas-error";

/** A vendor's limit is reached: nothing is wrong, the source goes on at `retryAt`. */
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
