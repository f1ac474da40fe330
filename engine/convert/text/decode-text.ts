import { detect } from "chardet";

/** Bytes that detection looks at; more do not change the result and cost time. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes bytes to text with `\n` line ends, by the first that applies: byte order mark, the pattern of zero bytes that
 * UTF-16 leaves in Western text, strict UTF-8, the declared charset, statistics (chardet). Undefined when the bytes are
 * not text.
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string): string | undefined {
  const decoded = decode(bytes, declaredCharset);
  return isText(decoded) ? normaliseLineEnds(decoded) : undefined;
}

/** Replaces `\r\n` and `\r` by `\n`, and removes a leading byte order mark. */
export function normaliseLineEnds(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
}

function decode(bytes: Uint8Array, declaredCharset: string | undefined): string {
  const utf16 = utf16Charset(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: a legacy charset, or not text at all.
  }
  const known = decoderFor(declaredCharset) ?? decoderFor(detect(bytes.subarray(0, SAMPLE_BYTES)));
  const decoder = known ?? new TextDecoder("windows-1252");
  // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go (nodejs/node#56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Every charset of chardet or a page that the platform knows; UTF-32 and invented names give undefined. */
function decoderFor(charset: string | null | undefined): TextDecoder | undefined {
  if (!charset) return undefined;
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/** In UTF-16, Western text has zero bytes on one side of the pairs only. */
function utf16Charset(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 2) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros++;
    if (bytes[at + 1] === 0) oddZeros++;
  }
  const pairs = length / 2;
  if (oddZeros > pairs * 0.1 && evenZeros < oddZeros * 0.02) return "utf-16le";
  if (evenZeros > pairs * 0.1 && oddZeros < evenZeros * 0.02) return "utf-16be";
  return undefined;
}

/** Text has at most one control or replacement character in a hundred; checked at three positions. */
export function isText(text: string): boolean {
  const window = SAMPLE_BYTES / 4;
  const starts = new Set([0, Math.max(0, (text.length >> 1) - window), Math.max(0, text.length - window)]);
  for (const start of starts) {
    const end = Math.min(text.length, start + window);
    if (countControlCharacters(text, start, end) * 100 > end - start) return false;
  }
  return true;
}

function countControlCharacters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // Tab, line feed, form feed, carriage return and escape (coloured logs) occur in text.
    const allowed = code === 9 || code === 10 || code === 12 || code === 13 || code === 27;
    if ((code < 32 && !allowed) || (code >= 0x7f && code < 0xa0 && code !== 0x85) || code === 0xfffd) count++;
  }
  return count;
}
