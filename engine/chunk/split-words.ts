import type { OffsetRange } from "./block";

/** Tokens of the windows a long stretch is cut into, as a share of what fits: small ones pack well. */
const WINDOW_SHARE = 0.25;

/**
 * Tiles a stretch of `tokens` tokens with windows of at most `limit` tokens, cut after white space where
 * there is some, else between any two characters. A single character is never cut, whatever it counts.
 */
export function splitWords(
  text: string,
  { start, end, tokens }: OffsetRange & { readonly tokens: number },
  { limit, countTokens }: { readonly limit: number; readonly countTokens: (text: string) => number },
): readonly (OffsetRange & { readonly tokens: number })[] {
  const windows: (OffsetRange & { tokens: number })[] = [];
  const windowLength = Math.max(1, Math.floor(((end - start) * limit * WINDOW_SHARE) / Math.max(tokens, 1)));
  let at = start;
  while (at < end) {
    let next = windowEnd(text, { start: at, end }, windowLength);
    let count = countTokens(text.slice(at, next));
    // Tokens may lie denser here than on average.
    while (count > limit && next > at + 2) {
      next = windowEnd(text, { start: at, end }, (next - at) >> 1);
      count = countTokens(text.slice(at, next));
    }
    windows.push({ start: at, end: next, tokens: count });
    at = next;
  }
  return windows;
}

/** Where a window of about `length` ends: after the last white space in it, or at its end. */
function windowEnd(text: string, { start, end }: OffsetRange, length: number): number {
  const last = Math.min(end, start + length);
  if (last === end) return end;
  for (let at = last; at > start + length / 2; at--) {
    if (/\s/.test(text.charAt(at - 1))) return at;
  }
  return isInsideSurrogatePair(text, last) ? last + 1 : last;
}

function isInsideSurrogatePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
