import { parseRateLimit } from "../../../../util/parse-rate-limit";
import type { RateLimitReply, ServiceBehaviour } from "../../../service";
import { parseErrorReasons } from "./to-google-error";

const LIMIT_REASONS = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "quotaExceeded",
  "dailyLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
]);

/** The shared behaviour of Google's services: a rate limit is a 403 with a reason, or a 429. */
export function createGoogleService(identify: ServiceBehaviour["identify"]): ServiceBehaviour {
  return { parseLimit, identify };
}

async function parseLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  const isRefused = response.status === 403;
  const reasons = isRefused ? await parseErrorReasons(response) : [];
  return parseRateLimit(response, now, reasons.some((reason) => LIMIT_REASONS.has(reason)) ? [403] : []);
}
