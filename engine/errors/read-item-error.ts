import { AtlasError } from "./atlas-error";

/** One item cannot be read: corrupt, password-protected, vanished midway. The run goes on. */
export class ReadItemError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("read-item", message, options);
  }
}
