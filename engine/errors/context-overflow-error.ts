import { AtlasError } from "./atlas-error";

/** The text is longer than the model's context window. Shorten it or choose another model. */
export class ContextOverflowError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("context-overflow", message, options);
  }
}
