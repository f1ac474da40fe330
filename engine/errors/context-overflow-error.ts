import { AtlasError } from "./atlas-error";

/** The text is longer than the model can take; shorten it or choose another model. */
export class ContextOverflowError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("context-overflow", message, options);
  }
}
