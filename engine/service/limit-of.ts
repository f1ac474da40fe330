import type { LimitReply } from "../connectors/service";
import { retryAfterMs } from "../util/retry-after";

/**
 * Whether a reply means "slower", as HTTP has it: 429, or 503 with a `Retry-After`. A 503 without is a server in
 * trouble and is treated as one.
 */
export async function limitOfStatus(
  { status, headers }: Response,
  now: number,
): Promise<LimitReply | undefined> {
  const after = retryAfterMs(headers, now);
  if (status !== 429 && (status !== 503 || after === undefined)) return undefined;
  return after === undefined ? {} : { retryAfterMs: after };
}
