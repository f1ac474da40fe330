/**
 * A hash of 16 hexadecimal digits, which distinguishes two versions of an item. Two lanes of FNV-1a (Fowler, Noll,
 * Vo; draft-eastlake-fnv) over UTF-16 units, with different offsets.
 */
export function textHash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x050c5d1f;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + at), 0x01000193);
  }
  return [first, second].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
