import { AtlasError } from "./atlas-error";

/** The vault is locked. The person must enter the passphrase. */
export class LockedError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("locked", message, options);
  }
}
