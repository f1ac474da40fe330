/** Every code an error of Atlas may have. Error handling branches on the code. */
const ERROR_CODES = [
  "aborted",
  "budget",
  "bug",
  "context-overflow",
  "disconnected",
  "engine-gone",
  "expired-cursor",
  "forgotten",
  "locked",
  "no-reply",
  "not-found",
  "outbox-changed",
  "permission",
  "quota",
  "read-item",
  "settings",
  "sign-in",
  "skip-item",
  "stale-index",
  "store",
  "thinking-limit",
  "unavailable",
  "wait",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

const KNOWN: ReadonlySet<unknown> = new Set(ERROR_CODES);

/** The code of anything thrown. A thrown value without a known code is a bug in Atlas. */
export function codeOf(thrown: unknown): ErrorCode {
  if (!(thrown instanceof Error)) return "bug";
  if (thrown.name === "AbortError") return "aborted";
  return "code" in thrown && isErrorCode(thrown.code) ? thrown.code : "bug";
}

/** True for an error with this code, whatever its class: the class is lost when an error is sent between contexts. */
export function hasCode(thrown: unknown, code: ErrorCode): boolean {
  return codeOf(thrown) === code;
}

function isErrorCode(code: unknown): code is ErrorCode {
  return KNOWN.has(code);
}
