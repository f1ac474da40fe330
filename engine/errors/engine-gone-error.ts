import { AtlasError } from "./atlas-error";

/** The engine ended before it had replied. Send the request again. */
export class EngineGoneError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("engine-gone", message, options);
  }
}
