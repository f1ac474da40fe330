import type { MailPart } from "./mail-part";
import { unflowText } from "./unflow-text";

/**
 * Decodes a part that is text by its declared charset, else by `guess`, and joins its flowed lines. UTF-8 under the name
 * of a charset of single bytes, which many programs write, is read as UTF-8: no other text has its patterns by chance.
 */
export function decodeMailText(
  { bytes, charset, flowed }: Pick<MailPart, "bytes" | "charset" | "flowed">,
  guess: (bytes: Uint8Array) => string,
): string {
  const text = (decodeDeclared(bytes, charset) ?? guess(bytes))
    .replace(/\r\n?/g, "\n")
    .replace(/^\ufeff/, "");
  return flowed ? unflowText(text, flowed) : text;
}

function decodeDeclared(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const declared = charset === undefined ? undefined : decoderFor(charset);
  if (!declared || declared.encoding === "utf-8") return decodeStrictly(bytes, "utf-8");
  if (/^(?:windows-|iso-8859-|ibm|koi8|macintosh|x-mac)/.test(declared.encoding)) {
    // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go (nodejs/node#56542).
    return decodeStrictly(bytes, "utf-8") ?? declared.decode(bytes, { stream: true }) + declared.decode();
  }
  return decodeStrictly(bytes, declared.encoding) ?? decodeStrictly(bytes, "utf-8") ?? declared.decode(bytes);
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Names that mail programs use beside those of the platform. */
const ALIASES: Readonly<Record<string, string>> = {
  ansi: "windows-1252",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  "iso-2022-jp-ms": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
};

function decoderFor(charset: string): TextDecoder | undefined {
  const name = charset.trim().toLowerCase();
  try {
    return new TextDecoder(ALIASES[name] ?? name.replace(/^cp-?(125\d|874)$/, "windows-$1"));
  } catch {
    return undefined;
  }
}
