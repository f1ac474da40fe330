/** An error as it travels between contexts. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
}

/** Reads code and message off anything thrown; an error without a code is a bug of ours. */
export function toPlainError(thrown: unknown): PlainError {
  if (thrown instanceof Error) {
    const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "bug";
    return { code: thrown.name === "AbortError" ? "aborted" : code, message: thrown.message };
  }
  return { code: "bug", message: String(thrown) };
}
