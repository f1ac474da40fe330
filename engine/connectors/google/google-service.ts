import { retryAfterMs } from "../../util/retry-after";
import type { LimitReply, ServiceBehaviour } from "../service";
import { readReasons } from "./google-error";

const LIMIT_REASONS = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "quotaExceeded",
  "dailyLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
]);

/** What Google's services have in common: limits come as 403 with a reason, or as 429. */
export function googleService(identify: ServiceBehaviour["identify"]): ServiceBehaviour {
  return { limitOf, identify };
}

async function limitOf(response: Response, now: number): Promise<LimitReply | undefined> {
  const { status, headers } = response;
  const after = retryAfterMs(headers, now);
  const limited =
    status === 429 ||
    (status === 503 && after !== undefined) ||
    (status === 403 && (await readReasons(response)).some((reason) => LIMIT_REASONS.has(reason)));
  if (!limited) return undefined;
  return after === undefined ? {} : { retryAfterMs: after };
}
