import type { Quota } from "../../../model/quota";

export interface QuotaHeaderFormat {
  /** What stands before `Limit`, `Remaining` and `Reset` in the headers' names: "X-RateLimit-". */
  readonly prefix: string;
  /** The reset as milliseconds since the epoch; vendors differ in how they write it. */
  toTime(reset: string): number;
}

/** What a vendor says is left of its limit; undefined where the headers are missing or make no sense. */
export function parseQuotaHeaders(
  headers: Headers,
  { prefix, toTime }: QuotaHeaderFormat,
): Quota | undefined {
  const limit = parseCount(headers, `${prefix}Limit`);
  const left = parseCount(headers, `${prefix}Remaining`);
  if (!limit || left === undefined) return undefined;
  const resetsAt = toTime(headers.get(`${prefix}Reset`) ?? "");
  return { limit, left, ...(resetsAt > 0 && { resetsAt }) };
}

function parseCount(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)?.trim() ?? "";
  return /^\d+$/.test(value) ? Number(value) : undefined;
}
