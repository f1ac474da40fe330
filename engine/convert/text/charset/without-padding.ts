/** A run of zero bytes as long as this is no character of a text. */
const MIN_RUN = 4;

/** Text without the zero bytes that pad it, as a log that was preallocated or a disk that lost power leaves them. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes;
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    let end = at;
    while (end < bytes.length && bytes[end] === 0) end++;
    const isPadding = end - at >= MIN_RUN || end === bytes.length;
    if (isPadding) at = end;
    else {
      // Zero bytes one by one are data of a program, and stay.
      while (at <= end && at < bytes.length) kept[length++] = bytes[at++] ?? 0;
    }
  }
  return kept.subarray(0, length);
}
