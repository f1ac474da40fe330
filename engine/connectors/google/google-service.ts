import { pauseAsked } from "../../util/pause-asked";
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
  const isRefused = response.status === 403;
  const reasons = isRefused ? await readReasons(response) : [];
  return pauseAsked(response, now, reasons.some((reason) => LIMIT_REASONS.has(reason)) ? [403] : []);
}
