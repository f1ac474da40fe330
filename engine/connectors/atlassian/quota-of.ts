import { readQuota } from "../api/read-quota";
import type { Quota } from "../service";

/** What is left of Atlassian's limit: `X-RateLimit-*`, the reset as an ISO 8601 time. */
export function quotaOf(headers: Headers): Quota | undefined {
  return readQuota(headers, { prefix: "X-RateLimit-", toTime: Date.parse });
}
