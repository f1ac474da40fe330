import type { ModelFailure } from "../../../engine/ports/model-worker";

/** By the names and words of WebLLM 0.2.86, of its runtime and of the browser; the error itself is not passed on. */
const FAILURE_PATTERNS: readonly (readonly [ModelFailure, RegExp])[] = [
  ["overflow", /ContextWindowSizeExceeded|context window size/i],
  ["disk-full", /QuotaExceeded|quota/i],
  ["memory", /DeviceLost|device was lost|out of memory|createBuffer|mapAsync/i],
  ["network", /NetworkError|Failed to fetch|Cannot fetch|load failed/i],
  ["broken", /IntegrityError|ArtifactManifest|SyntaxError|Unexpected|byte length|out of bounds/i],
];

export function toWebLlmFailure(thrown: unknown): ModelFailure {
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return FAILURE_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}
