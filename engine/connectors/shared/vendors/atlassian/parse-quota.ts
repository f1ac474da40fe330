import type { Quota } from "../../../../model/quota";
import { parseQuotaHeaders } from "../../http/parse-quota-headers";

/** What is left of Atlassian's limit: `X-RateLimit-*`, the reset as an ISO 8601 time. */
export function parseQuota(headers: Headers): Quota | undefined {
  return parseQuotaHeaders(headers, { prefix: "X-RateLimit-", toTime: Date.parse });
}
