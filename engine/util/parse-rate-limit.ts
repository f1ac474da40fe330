import { parseRetryAfterMs } from "./parse-retry-after-ms";

/**
 * When to go on after a rate-limited reply: 429, or 503 with `Retry-After`. A 503 without it is a server error.
 * Undefined for any other reply.
 * @param extraStatuses further statuses with which the vendor reports a rate limit
 */
export function parseRateLimit(
  { status, headers }: Pick<Response, "status" | "headers">,
  now: number,
  extraStatuses: readonly number[] = [],
): { readonly retryAfterMs?: number } | undefined {
  const after = parseRetryAfterMs(headers, now);
  if (status !== 429 && (status !== 503 || after === undefined) && !extraStatuses.includes(status))
    return undefined;
  return after === undefined ? {} : { retryAfterMs: after };
}
