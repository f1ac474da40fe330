import type { Quota } from "../service";

/** What is left of Atlassian's limit: `X-RateLimit-*`, the reset as an ISO 8601 time. */
export function quotaOf(headers: Headers): Quota | undefined {
  const limit = readNumber(headers, "X-RateLimit-Limit");
  const left = readNumber(headers, "X-RateLimit-Remaining");
  if (limit === undefined || left === undefined) return undefined;
  const resetsAt = Date.parse(headers.get("X-RateLimit-Reset") ?? "");
  return { limit, left, ...(!Number.isNaN(resetsAt) && { resetsAt }) };
}

function readNumber(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
