import { AtlasError } from "./atlas-error";

/** The outbox moved on while a batch was being indexed; take the batch again. Nothing was written. */
export class OutboxChangedError extends AtlasError {
  constructor(options?: { cause?: unknown }) {
    super("outbox-changed", "Cannot commit the batch: its outbox entries were replaced", options);
  }
}
