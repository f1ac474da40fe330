import { codeOf, type ErrorCode } from "./error-code";

/** An error as it travels between contexts. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Reads code and message off anything thrown; see `codeOf`. */
export function toPlainError(thrown: unknown): PlainError {
  return { code: codeOf(thrown), message: thrown instanceof Error ? thrown.message : String(thrown) };
}
