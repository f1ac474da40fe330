/** A request of a connector and the reply of the fake vendor. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** Parsed JSON; undefined without a body or when it is no JSON. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/** The name of an exchange in a violation: "GET /repos/a/b". */
export function nameOf({ method, url }: Exchange): string {
  return `${method} ${url.pathname}`;
}
