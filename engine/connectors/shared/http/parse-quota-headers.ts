import type { Quota } from "../../../model/quota";

export interface QuotaHeaderFormat {
  /** Prefix of the header names that end in `Limit`, `Remaining` and `Reset`: "X-RateLimit-". */
  readonly prefix: string;
  /** Parses the reset as milliseconds since the epoch; the format differs between vendors. */
  toTime(reset: string): number;
}

/** Parses the remaining limit; undefined when the headers are missing or invalid. */
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
