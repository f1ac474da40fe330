/** A request a connector made and what the fake vendor answered. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** Parsed JSON; undefined without a body or when it is no JSON. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/** "GET /repos/a/b": names an exchange in a violation. */
export function nameOf({ method, url }: Exchange): string {
  return `${method} ${url.pathname}`;
}
