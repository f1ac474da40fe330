import { AtlasError } from "./atlas-error";

/** The person ended the connection to a vendor. The source waits until they sign in again. */
export class DisconnectedError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("disconnected", message, options);
  }
}
