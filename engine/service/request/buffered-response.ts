/** A vendor's reply with its body read. */
export interface BufferedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Statuses whose response must not be given a body. */
const NULL_BODY_STATUSES = new Set([101, 204, 205, 304]);

/** A response of its own, whose body can be read without waiting; each call gives a new one. */
export function toResponse({ body, url, ...init }: BufferedResponse): Response {
  const response = new Response(NULL_BODY_STATUSES.has(init.status) ? null : body, init);
  // A response that was made has no address of its own, and connectors resolve links against it.
  Object.defineProperty(response, "url", { value: url });
  return response;
}
