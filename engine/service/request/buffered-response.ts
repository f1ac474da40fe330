/** A vendor's reply with its whole body. */
export interface BufferedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Final address, after redirects. */
  readonly url: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Statuses whose response must not have a body. */
const NULL_BODY_STATUSES = new Set([101, 204, 205, 304]);

/** A new response with the buffered body; each call returns another one. */
export function toResponse({ body, url, ...init }: BufferedResponse): Response {
  const response = new Response(NULL_BODY_STATUSES.has(init.status) ? null : body, init);
  // A constructed response has no address, and connectors resolve links against it.
  Object.defineProperty(response, "url", { value: url });
  return response;
}
