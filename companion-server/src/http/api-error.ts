/** The details of an error response, in OpenAI's format. */
export interface ApiErrorDetails {
  /** "context_length_exceeded", "upstream_key_rejected" …: for clients to branch on. */
  readonly code: string;
  /** The invalid field, or the environment variable to change. */
  readonly param?: string | undefined;
  /** Seconds until a retry makes sense. */
  readonly retryAfter?: number | undefined;
}

/** Ends a request with an HTTP status. The message is the companion's own and contains no key, token or prompt. */
export class ApiError extends Error {
  readonly status: number;
  readonly details: ApiErrorDetails;

  constructor(status: number, message: string, details: ApiErrorDetails) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.details = details;
  }
}

/** An error body in OpenAI's format: https://platform.openai.com/docs/guides/error-codes */
export function toErrorBody({ status, message, details }: ApiError): object {
  return { error: { message, type: typeOf(status), param: details.param ?? null, code: details.code } };
}

export function toErrorResponse(error: ApiError): Response {
  const { retryAfter } = error.details;
  return Response.json(toErrorBody(error), {
    status: error.status,
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  });
}

function typeOf(status: number): string {
  if (status === 401) return "authentication_error";
  if (status === 403) return "permission_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "api_error" : "invalid_request_error";
}
