import { AtlasError } from "./atlas-error";

/** The request would exceed the person's spending limit. Nothing was sent. */
export class BudgetError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("budget", message, options);
  }
}
