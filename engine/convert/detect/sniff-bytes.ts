import { type DetectedKind, IMAGE_DESCRIPTION } from "./content-kind";

/**
 * Detects content by its first bytes, the published signatures of the formats. A zip container is left to the caller
 * (`zip`), since a DOCX is one; so is an OLE container, since an encrypted DOCX is one.
 */
export function sniffBytes(
  bytes: Uint8Array,
): DetectedKind | { readonly container: "zip" | "ole" } | undefined {
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return { container: "zip" };
  if (isOleContainer(bytes)) return { container: "ole" };
  if (isPdf(bytes)) return { kind: "pdf" };
  if (isMailbox(bytes)) return { kind: "mailbox" };
  if (isMail(bytes)) return { kind: "mail" };
  const [, component] = /^(?:\xef\xbb\xbf)?\s{0,20}BEGIN:(VCALENDAR|VCARD)\s/i.exec(latin1(bytes, 64)) ?? [];
  if (component) return { kind: component.toUpperCase() === "VCARD" ? "contacts" : "calendar" };
  if (startsWith(bytes, "{\\rtf")) return { kind: "rtf" };
  for (const [unreadable, signatures] of SIGNATURES) {
    if (signatures.some((signature) => startsWith(bytes, signature))) return { unreadable };
  }
  return sniffContainerBrand(bytes);
}

/** A line that separates mails, and the header lines of one below it. */
function isMailbox(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, "From ")) return false;
  const [, ...lines] = headOf(bytes).split("\n");
  return hasHeader(headerNames(lines.join("\n")), FROM_PROGRAMS, FROM_PEOPLE);
}

/** Header lines from the very beginning, one of which only mail programs write. */
function isMail(bytes: Uint8Array): boolean {
  const names = headerNames(headOf(bytes));
  // A page that an office program saved as a mail has nobody's name in it.
  const isPage = names[0] === "mime-version" && names.includes("content-type");
  return isPage || (hasHeader(names, FROM_PROGRAMS) && hasHeader(names, FROM_PEOPLE));
}

const FROM_PROGRAMS = ["message-id", "mime-version", "received", "return-path", "delivered-to"];
const FROM_PEOPLE = ["from", "date", "subject"];

function headOf(bytes: Uint8Array): string {
  return latin1(bytes, 4096).replaceAll("\r\n", "\n");
}

function latin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

/** The names of the header lines at the beginning; none where it begins with other lines. */
function headerNames(text: string): readonly string[] {
  const [head = ""] = text.split("\n\n", 1);
  if (!/^[!-9;-~]+:/.test(head)) return [];
  return [...head.matchAll(/^([!-9;-~]+):/gm)].map(([, name = ""]) => name.toLowerCase());
}

function hasHeader(names: readonly string[], ...wanted: readonly (readonly string[])[]): boolean {
  return wanted.flat().some((name) => names.includes(name));
}

/** Old Office files are OLE containers, and so is a DOCX that Word has encrypted with a password. */
export function isOleContainer(bytes: Uint8Array): boolean {
  return startsWith(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/** Readers accept a PDF header anywhere in the first kilobyte (PDF 1.7, implementation note 13). */
function isPdf(bytes: Uint8Array): boolean {
  if (startsWith(bytes, "%PDF-")) return true;
  const end = Math.min(bytes.length, 1024);
  for (let at = 0; at < end; at++) {
    if (bytes[at] === 0x25 && startsWith(bytes.subarray(at, at + 5), "%PDF-"))
      return !looksLikeProse(bytes, at);
  }
  return false;
}

/** A text about PDFs may mention the header; garbage before a real header has control bytes or is short. */
function looksLikeProse(bytes: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0 || byte > 0x7e) return false;
  }
  return length > 16;
}

/** Formats with a signature after a length: MP4 and HEIF at 4, WAV, AVI and WebP at 8, tar at 257. */
function sniffContainerBrand(bytes: Uint8Array): DetectedKind | undefined {
  const at4 = bytes.subarray(4);
  if (startsWith(at4, "ftyp")) {
    const brand = String.fromCharCode(...bytes.subarray(8, 12));
    return { unreadable: /^(avif|heic|heix|mif1)$/.test(brand) ? IMAGE_DESCRIPTION : "a video" };
  }
  const at8 = bytes.subarray(8);
  if (startsWith(bytes, "RIFF")) {
    if (startsWith(at8, "WEBP")) return { unreadable: IMAGE_DESCRIPTION };
    if (startsWith(at8, "WAVE")) return { unreadable: "an audio file" };
    if (startsWith(at8, "AVI ")) return { unreadable: "a video" };
  }
  if (startsWith(bytes.subarray(257), "ustar")) return { unreadable: "an archive" };
  return undefined;
}

const SIGNATURES: readonly (readonly [string, readonly string[]])[] = [
  [
    IMAGE_DESCRIPTION,
    ["\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "8BPS\x00"],
  ],
  [
    "an archive",
    ["\x1F\x8B", "BZh", "\xFD7zXZ\x00", "7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\x28\xB5\x2F\xFD"],
  ],
  [
    "a program",
    ["\x7FELF", "\x00asm", "\xCA\xFE\xBA\xBE", "\xCF\xFA\xED\xFE", "\xFE\xED\xFA\xCF", "MZ\x90\x00"],
  ],
  ["an audio file", ["ID3\x03", "ID3\x04", "fLaC\x00", "OggS\x00"]],
  ["a video", ["\x1A\x45\xDF\xA3"]],
  ["a font", ["wOFF", "wOF2", "\x00\x01\x00\x00\x00", "OTTO\x00"]],
  ["a database", ["SQLite format 3\x00"]],
];

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let at = 0; at < signature.length; at++) {
    if (bytes[at] !== signature.charCodeAt(at)) return false;
  }
  return true;
}
