import { AtlasError } from "./atlas-error";
import { hasCode } from "./error-code";

/** A language model reached its limit before its answer began. Ask again, or choose another model. */
export class ThinkingLimitError extends AtlasError {
  /** @param tokens spent on thinking */
  constructor(
    readonly tokens: number,
    message: string,
    options?: { cause?: unknown },
  ) {
    super("thinking-limit", message, options);
  }
}

/** The tokens of a ThinkingLimitError; undefined for another error. */
export function tokensSpentOnThinking(thrown: unknown): number | undefined {
  const isLimit = hasCode(thrown, "thinking-limit") && thrown instanceof Error && "tokens" in thrown;
  return isLimit && typeof thrown.tokens === "number" ? thrown.tokens : undefined;
}
