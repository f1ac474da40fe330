const SAMPLE_BYTES = 64 * 1024;
type Utf16 = "utf-16le" | "utf-16be";

/** Blocks of one script, by the upper byte of their characters: text in that script repeats it. */
const KANA_AND_MARKS = /[\u3000-\u30ff\uff01-\uff9f]/gu;
const HANGUL = /[\uac00-\ud7a3]/gu;
const EAST_ASIAN = /[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]/gu;
const ONE_SCRIPT = [
  /[\u0370-\u03ff]/gu,
  /[\u0400-\u04ff]/gu,
  /[\u0590-\u05ff]/gu,
  /[\u0600-\u06ff]/gu,
  /[\u0900-\u097f]/gu,
  /[\u0e00-\u0e7f]/gu,
];

/** UTF-16 by its byte order mark, by the zero bytes of Western letters and line ends, or by the script that it then is. */
export function detectUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE_BYTES) & ~1);
  if (sample.length < 2) return undefined;
  const { even, odd } = countZeros(sample);
  const pairs = sample.length / 2;
  if (odd > pairs * 0.1 && even < odd * 0.02) return "utf-16le";
  if (even > pairs * 0.1 && odd < even * 0.02) return "utf-16be";
  if (bytes.length % 2 === 1 || isUtf8(bytes)) return undefined;
  if (isOneScript(sample, "utf-16le")) return "utf-16le";
  return isOneScript(sample, "utf-16be") ? "utf-16be" : undefined;
}

function countZeros(sample: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  return { even, odd };
}

/** UTF-8 without control characters is no UTF-16. */
function isUtf8(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SAMPLE_BYTES);
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Any bytes make Chinese characters: those of a text come with kana, punctuation or line ends. */
function isOneScript(sample: Uint8Array, charset: Utf16): boolean {
  const text = new TextDecoder(charset).decode(sample, { stream: true });
  const letters = [...text].filter((letter) => letter > "\u007f" && !/[\u2010-\u203f]/.test(letter)).join("");
  if (letters.length === 0 || text.includes("\0") || /[\ud800-\udfff\ufffd\ue000-\uf8ff]/.test(letters))
    return false;
  const share = (script: RegExp) => (letters.match(script)?.length ?? 0) / letters.length;
  if (ONE_SCRIPT.some((script) => share(script) > 0.9)) return true;
  if (share(EAST_ASIAN) < 0.95) return false;
  const hasAscii = /[\n\r\t -~]/.test(text);
  return hasAscii || share(KANA_AND_MARKS) > 0.15 || share(HANGUL) > 0.8;
}
