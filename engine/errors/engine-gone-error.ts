import { AtlasError } from "./atlas-error";

/** The engine ended before its work was done: do it again. */
export class EngineGoneError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("engine-gone", message, options);
  }
}
