import { AtlasError } from "../../../engine/errors/atlas-error";
import type { ModelFailure } from "../../../engine/ports/model-worker";

/** Of Atlas's own errors. */
const CODES: Readonly<Record<string, ModelFailure>> = {
  "context-overflow": "overflow",
  "not-found": "broken",
};

/**
 * By the names and words of ONNX Runtime 1.31, of Transformers.js 4.3 and of the browser; the error itself is not
 * passed on.
 */
const FAILURE_PATTERNS: readonly (readonly [ModelFailure, RegExp])[] = [
  [
    "memory",
    /bad_alloc|out of memory|allocat|device.*lost|createBuffer|mapAsync|Maximum call stack|\bOOM\b/i,
  ],
  [
    "broken",
    /SyntaxError|protobuf|INVALID_GRAPH|INVALID_ARGUMENT|Missing the following inputs|chat_template/i,
  ],
];

export function toOnnxFailure(thrown: unknown): ModelFailure {
  if (thrown instanceof AtlasError) return CODES[thrown.code] ?? "other";
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return FAILURE_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}
