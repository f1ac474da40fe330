/** A vendor's reply with its body read. */
export interface Reply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Statuses whose response must not be given a body. */
const BODILESS = new Set([101, 204, 205, 304]);

/** A response of its own, whose body can be read without waiting; each call gives a new one. */
export function toResponse({ body, url, ...init }: Reply): Response {
  const response = new Response(BODILESS.has(init.status) ? null : body, init);
  // A response that was made has no address of its own, and connectors resolve links against it.
  Object.defineProperty(response, "url", { value: url });
  return response;
}
