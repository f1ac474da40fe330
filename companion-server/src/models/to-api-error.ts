import { APICallError, UnsupportedFunctionalityError } from "@ai-sdk/provider";
import * as z from "zod";
import { ApiError } from "../http/api-error";
import { parseJson } from "../http/parse-json";
import { parseRetryAfter } from "../http/parse-retry-after";
import { ListError } from "./fetch-model-list";
import type { VendorAccess } from "./vendor";

/** The error bodies of the vendors. */
interface VendorError {
  /** "insufficient_quota", "overloaded_error", "RESOURCE_EXHAUSTED". */
  readonly code: string;
  readonly message: string;
  readonly retryAfter?: number | undefined;
}

const errorFields = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  status: z.string().nullish(),
  message: z.string().nullish(),
  details: z
    .array(z.looseObject({ reason: z.string().nullish(), retryDelay: z.string().nullish() }))
    .nullish(),
});

/**
 * A vendor's error as an ApiError. Vendors repeat keys and prompts in messages, and the SDK's errors contain the whole
 * request, so only numbers and codes of them are kept.
 */
export function toApiError(thrown: unknown, access: VendorAccess): unknown {
  if (thrown instanceof ApiError || isAbort(thrown)) return thrown;
  const { name } = access.vendor;
  if (UnsupportedFunctionalityError.isInstance(thrown))
    return new ApiError(400, `${name} does not take requests of this kind`, { code: "unsupported" });
  const { status, error } = readFailure(thrown);
  return (
    toLengthError(error, name) ??
    toAccountError(status, error, access) ??
    toLoadError(status, error, name) ??
    toOtherError(status, error, access)
  );
}

function toLengthError({ code, message }: VendorError, name: string): ApiError | undefined {
  const isTooLong =
    code === "context_length_exceeded" ||
    /context (length|window|size)|prompt is too long|input token count|too large for model|maximum context/i.test(
      message,
    );
  if (!isTooLong) return undefined;
  const limit = parseTokenLimit(message);
  return new ApiError(
    400,
    limit === undefined
      ? `The prompt is longer than the context length of this model at ${name}`
      : `The prompt is too long for this model at ${name}: its maximum context length is ${limit} tokens`,
    { code: "context_length_exceeded", param: "messages" },
  );
}

/** Anthropic: "210000 tokens > 200000 maximum"; Gemini: "maximum number of tokens allowed (1048576)". */
function parseTokenLimit(message: string): string | undefined {
  const found =
    /> (\d+) maximum|maximum number of tokens allowed \((\d+)\)|(?:context (?:length|window|size)(?: is| of)?|maximum context length of)\D{0,3}(\d+)/i.exec(
      message,
    ) ?? /with (\d+) maximum context/i.exec(message);
  return found?.slice(1).find((group) => group !== undefined);
}

function toAccountError(
  status: number | undefined,
  { code, message }: VendorError,
  access: VendorAccess,
): ApiError | undefined {
  const { vendor, variable } = access;
  if (code === "insufficient_quota" || status === 402 || /credit balance is too low/i.test(message))
    return new ApiError(402, `The account at ${vendor.name} has no credit left`, {
      code: "insufficient_quota",
    });
  // Gemini responds to an invalid key with 400.
  if (status !== 401 && status !== 403 && code !== "API_KEY_INVALID" && code !== "authentication_error")
    return undefined;
  return new ApiError(
    403,
    `${vendor.name} does not accept the key in ${variable}, or does not allow it this: set another where the companion runs, and start it again`,
    { code: "upstream_key_rejected", param: variable },
  );
}

function toLoadError(
  status: number | undefined,
  { code, retryAfter }: VendorError,
  name: string,
): ApiError | undefined {
  if (status === 429 || code === "rate_limit_error" || code === "RESOURCE_EXHAUSTED")
    return new ApiError(429, `${name} takes no more requests for now`, {
      code: "rate_limit_exceeded",
      retryAfter,
    });
  if (status === 503 || status === 529 || code === "overloaded_error")
    return new ApiError(503, `${name} is overloaded: ask again later`, { code: "overloaded", retryAfter });
  return undefined;
}

function toOtherError(
  status: number | undefined,
  { code }: VendorError,
  { vendor, baseUrl }: VendorAccess,
): ApiError {
  const { name } = vendor;
  if (status === undefined)
    return new ApiError(502, `Cannot reach ${name} at ${new URL(baseUrl).host}, or its answer broke off`, {
      code: "upstream_unreachable",
    });
  if (status === 404)
    return new ApiError(404, `${name} does not have this model`, { code: "model_not_found", param: "model" });
  if (/content_?(filter|policy)/.test(code))
    return new ApiError(400, `${name} refuses this prompt by its rules of content`, {
      code: "content_filter",
    });
  if (status >= 400 && status < 500)
    return new ApiError(400, `${name} refuses the request with status ${status}`, {
      code: "upstream_refused",
    });
  return new ApiError(502, `${name} answers with status ${status}`, { code: "upstream_error" });
}

function readFailure(thrown: unknown): { readonly status: number | undefined; readonly error: VendorError } {
  if (thrown instanceof ListError)
    return { status: thrown.status, error: readVendorError(parseJson(thrown.body)) };
  if (!APICallError.isInstance(thrown)) return { status: undefined, error: readVendorError(thrown) };
  const { statusCode, responseBody, responseHeaders } = thrown;
  const error = readVendorError(parseJson(responseBody ?? ""));
  const retryAfter = parseRetryAfter(new Headers(responseHeaders)) ?? error.retryAfter;
  // A failed connection has no status; a stream that failed midway has status 200.
  return { status: statusCode === 200 ? undefined : statusCode, error: { ...error, retryAfter } };
}

/** OpenAI and Groq: `{error: {code, message}}`; Anthropic: `{error: {type}}`; Gemini: `{error: {status, details}}`; Mistral: bare. */
function readVendorError(body: unknown): VendorError {
  const first = Array.isArray(body) ? body[0] : body;
  const inner = typeof first === "object" && first !== null && "error" in first ? first.error : first;
  if (typeof inner === "string") return { code: "", message: inner };
  const { data } = errorFields.safeParse(inner);
  const { code, type, status, message, details } = data ?? {};
  const reason = details?.find((detail) => detail.reason)?.reason;
  const delay = Number.parseFloat(details?.find((detail) => detail.retryDelay)?.retryDelay ?? "");
  const named = typeof code === "string" ? code : undefined;
  return {
    code: reason ?? named ?? status ?? type ?? "",
    message: message ?? "",
    ...(delay > 0 && { retryAfter: Math.ceil(delay) }),
  };
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}
