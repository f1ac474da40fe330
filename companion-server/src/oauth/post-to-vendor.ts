import { ApiError } from "../http/api-error";
import { createRequestSignal } from "../http/create-request-signal";
import { parseJson } from "../http/parse-json";
import { parseRetryAfter } from "../http/parse-retry-after";
import type { OAuthApp } from "./providers";

/** Timeout of a request to a token endpoint, in milliseconds; the extension waits 30 seconds. */
const TIMEOUT_MS = 20_000;

export interface VendorResponse {
  readonly status: number;
  /** Undefined when the body is not JSON. */
  readonly body: unknown;
}

/**
 * Sends an OAuth request with the app's secret; redirects are rejected. ApiError 502 when the vendor fails or does not
 * respond, 429 with Retry-After when it limits the rate. No error contains the request.
 */
export async function postToVendor(
  app: OAuthApp,
  url: string,
  options: {
    readonly fields: Readonly<Record<string, string>>;
    readonly fetch: typeof fetch;
    readonly signal: AbortSignal;
  },
): Promise<VendorResponse> {
  const { name } = app.provider;
  const requestSignal = createRequestSignal(options.signal, TIMEOUT_MS);
  let response: Response;
  let text: string;
  try {
    response = await options.fetch(url, {
      ...toInit(app, options.fields),
      method: "POST",
      redirect: "error",
      signal: requestSignal.signal,
    });
    text = await response.text();
  } catch {
    throw new ApiError(502, `${name} does not answer`, { code: "upstream_unreachable" });
  } finally {
    requestSignal.stop();
  }
  const { status, headers } = response;
  if (status === 429)
    throw new ApiError(429, `${name} takes no more requests for now`, {
      code: "rate_limit_exceeded",
      retryAfter: parseRetryAfter(headers),
    });
  if (status >= 500)
    throw new ApiError(502, `${name} answers with status ${status}`, { code: "upstream_error" });
  return { status, body: parseJson(text) };
}

function toInit({ provider, clientId, clientSecret }: OAuthApp, fields: Readonly<Record<string, string>>) {
  const isBasic = provider.authentication === "basic";
  const sent = isBasic ? fields : { ...fields, client_id: clientId, client_secret: clientSecret };
  const isForm = provider.encoding === "form";
  return {
    body: isForm ? new URLSearchParams(sent).toString() : JSON.stringify(sent),
    headers: {
      accept: "application/json",
      "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json",
      ...(isBasic && { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` }),
      ...provider.headers,
    },
  };
}
