import { parseRetryAfterMs } from "./parse-retry-after-ms";

/**
 * What a reply that means "slower" says of when to go on, as HTTP has it: 429, or 503 with a `Retry-After`. A 503
 * without is a server in trouble and is treated as one. Undefined for any other reply.
 * @param extraStatuses further statuses by which the vendor says so
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
