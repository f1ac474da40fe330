/**
 * Milliseconds to wait according to a reply's `Retry-After`, never negative. The header holds seconds or an HTTP date
 * (RFC 9110, 10.2.3). Undefined where it is missing or malformed.
 */
export function parseRetryAfterMs(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
