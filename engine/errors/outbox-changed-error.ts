import { AtlasError } from "./atlas-error";

/** The outbox changed while a batch was being indexed. Nothing was written; take the batch again. */
export class OutboxChangedError extends AtlasError {
  constructor(options?: { cause?: unknown }) {
    super("outbox-changed", "Cannot commit the batch: its outbox entries were replaced", options);
  }
}
