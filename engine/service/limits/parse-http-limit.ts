import type { RateLimitReply } from "../../connectors/service";
import { parseRateLimit } from "../../util/parse-rate-limit";

/** Whether a reply means "slower", for vendors that say so as HTTP has it. */
export async function parseHttpLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  return parseRateLimit(response, now);
}
