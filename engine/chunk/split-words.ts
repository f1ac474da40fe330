import type { OffsetRange } from "./block";

/** Size of a window as a share of the limit: small windows pack well. */
const WINDOW_SHARE = 0.25;

/**
 * Tiles a range of `tokens` tokens with windows of at most `limit` tokens, split after white space, or between any two
 * characters where there is none. A single character is never split.
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
    // Tokens may be shorter here than on average.
    while (count > limit && next > at + 2) {
      next = windowEnd(text, { start: at, end }, (next - at) >> 1);
      count = countTokens(text.slice(at, next));
    }
    windows.push({ start: at, end: next, tokens: count });
    at = next;
  }
  return windows;
}

/** The end of a window of about `length`: after its last white space, or at its end. */
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
