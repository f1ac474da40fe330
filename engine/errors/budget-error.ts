import { AtlasError } from "./atlas-error";

/** Sending this would pass the person's own spending limit; nothing was sent. */
export class BudgetError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("budget", message, options);
  }
}
