import type { Quota } from "../../../../model/quota";
import { parseQuotaHeaders } from "../../http/parse-quota-headers";

/** Parses Atlassian's remaining limit: `X-RateLimit-*`, with the reset as an ISO 8601 time. */
export function parseQuota(headers: Headers): Quota | undefined {
  return parseQuotaHeaders(headers, { prefix: "X-RateLimit-", toTime: Date.parse });
}
