import { AtlasError } from "./atlas-error";

/** One item cannot be read: it is corrupt, password-protected or was deleted while it was read. The run goes on. */
export class ReadItemError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("read-item", message, options);
  }
}
