/** What a client is told when a request cannot be answered, in OpenAI's shape. */
export interface ApiErrorDetails {
  /** "context_length_exceeded", "upstream_key_rejected" …: what a client branches on. */
  readonly code: string;
  /** The field or the environment variable to look at. */
  readonly param?: string | undefined;
  /** Seconds until it makes sense to come back. */
  readonly retryAfter?: number | undefined;
}

/** Ends a request with an HTTP status. Its message is the companion's own and holds no key, token or prompt. */
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

/** The body OpenAI sends with an error: https://platform.openai.com/docs/guides/error-codes */
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
