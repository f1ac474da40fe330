import { AtlasError } from "../../errors/atlas-error";
import { ContextOverflowError } from "../../errors/context-overflow-error";
import { PermissionError } from "../../errors/permission-error";
import { UnavailableError } from "../../errors/unavailable-error";

/**
 * Translates the browser's DOMExceptions to errors with a remedy, by their names alone; nothing else of them is kept.
 */
export function toPromptError(thrown: unknown, contextTokens: number): unknown {
  if (thrown instanceof AtlasError) return thrown;
  const name = typeof thrown === "object" && thrown !== null && "name" in thrown ? thrown.name : undefined;
  if (name === "AbortError") return thrown;
  if (name === "QuotaExceededError") return promptOverflow(contextTokens);
  if (name === "NotAllowedError")
    return new PermissionError(
      "Chrome fetches its model only after a click: start the download from Atlas's settings",
    );
  if (name === "NotReadableError")
    return new UnavailableError("Chrome's model was kept from answering by its own safety rules");
  if (name === "NotSupportedError")
    return new UnavailableError("Chrome's model does not know the language of this question");
  return new UnavailableError("Chrome's model failed: ask again, or restart Chrome when it keeps failing");
}

export function promptOverflow(limit: number): ContextOverflowError {
  return new ContextOverflowError(
    `Cannot answer with Chrome's built-in model: question and passages are longer than its limit of ${limit} tokens`,
  );
}
