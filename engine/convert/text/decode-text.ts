import { decodeMixed } from "./charset/decode-mixed";
import { detectCharset, scoreCharset } from "./charset/detect-charset";
import { detectUtf16 } from "./charset/detect-utf16";
import { repairMojibake } from "./charset/repair-mojibake";
import { withoutPadding } from "./charset/without-padding";

/** Characters that are looked at, in each of three places. */
const WINDOW = 16 * 1024;

/**
 * Decodes bytes to text with `\n` line ends, by the first that applies: byte order mark or another sign of UTF-16,
 * ISO-2022-JP, strict UTF-8, UTF-8 mixed with Windows-1252, the declared charset where it fits, statistics. Undefined when
 * the bytes are not text.
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string): string | undefined {
  const decoded = decode(bytes, declaredCharset);
  if (decoded === "" && bytes.length > 0) return undefined;
  return isText(decoded) ? normaliseLineEnds(decoded) : undefined;
}

/** Replaces `\r\n` and `\r` by `\n`, and removes a leading byte order mark. */
export function normaliseLineEnds(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
}

function decode(bytes: Uint8Array, declaredCharset: string | undefined): string {
  const utf16 = detectUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const content = withoutPadding(bytes);
  const utf8 = decodeUtf8(content);
  if (utf8 !== undefined)
    return isIso2022(utf8) ? new TextDecoder("iso-2022-jp").decode(content) : repairMojibake(utf8);
  const declared = decoderFor(declaredCharset);
  if (declared && fits(declared, content)) return decodeIn(declared, content);
  const mixed = decodeMixed(content);
  if (mixed !== undefined) return mixed;
  const detected = decoderFor(detectCharset(content)) ?? declared;
  return decodeIn(detected ?? new TextDecoder("windows-1252"), content);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // A legacy charset, or not text at all.
    return undefined;
  }
}

const ESCAPE = String.fromCharCode(27);

/** Japanese in seven bits switches its character sets by escape codes. */
function isIso2022(text: string): boolean {
  return ["$B", "$@", "(J"].some((code) => text.includes(ESCAPE + code)) && text.includes(`${ESCAPE}(`);
}

function decodeIn(decoder: TextDecoder, bytes: Uint8Array): string {
  // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go (nodejs/node#56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Declared by mistake: bytes that the charset does not have, or letters of no language where another charset has some. */
function fits({ encoding }: TextDecoder, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  const score = scoreCharset(bytes, encoding);
  if (score === undefined || score > 0) return true;
  const detected = decoderFor(detectCharset(bytes))?.encoding ?? encoding;
  return (scoreCharset(bytes, detected) ?? 1) <= score;
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

/** Text has at most one control or replacement character in a hundred; checked at three positions. */
export function isText(text: string): boolean {
  const starts = new Set([0, Math.max(0, (text.length >> 1) - WINDOW), Math.max(0, text.length - WINDOW)]);
  for (const start of starts) {
    const end = Math.min(text.length, start + WINDOW);
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
