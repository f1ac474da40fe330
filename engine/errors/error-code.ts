/** Every code an error of Atlas may carry; what to do about an error is decided by its code. */
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
  "unavailable",
  "wait",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

const KNOWN: ReadonlySet<unknown> = new Set(ERROR_CODES);

/** The code of anything thrown. An error with an unknown code, or with none, is a bug of ours. */
export function codeOf(thrown: unknown): ErrorCode {
  if (!(thrown instanceof Error)) return "bug";
  if (thrown.name === "AbortError") return "aborted";
  return "code" in thrown && isErrorCode(thrown.code) ? thrown.code : "bug";
}

/** True for an error with this code, whatever its class: classes do not survive the trip between contexts. */
export function hasCode(thrown: unknown, code: ErrorCode): boolean {
  return codeOf(thrown) === code;
}

function isErrorCode(code: unknown): code is ErrorCode {
  return KNOWN.has(code);
}
