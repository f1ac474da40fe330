import { AtlasError } from "./atlas-error";

/** The browser cannot open or read its database for Atlas. The message says what the person can do. */
export class StoreError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("store", message, options);
  }
}
