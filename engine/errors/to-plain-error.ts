import { codeOf, type ErrorCode } from "./error-code";

/** An error as it is sent between contexts. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Code and message of anything thrown. See `codeOf`. */
export function toPlainError(thrown: unknown): PlainError {
  return { code: codeOf(thrown), message: thrown instanceof Error ? thrown.message : String(thrown) };
}
