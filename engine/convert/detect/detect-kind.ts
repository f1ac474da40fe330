import type { Content } from "../../model/source-document";
import {
  type DetectedKind,
  IMAGE_DESCRIPTION,
  isKindIn,
  isOldFormat,
  kindOfFileName,
  kindOfMediaType,
  type TextKind,
} from "./content-kind";
import { sniffBytes } from "./sniff-bytes";
import { sniffOle } from "./sniff-ole";
import { sniffZip } from "./sniff-zip";

type RawContent = Extract<Content, { kind: "text" | "bytes" }>;

/**
 * Detects how to read content: by its signature, else by file name, else by media type, else by its first characters. A
 * signature takes precedence over a name, so an archive called notes.txt is an archive.
 */
export function detectKind(content: RawContent, fileName: string | undefined): DetectedKind {
  const named =
    (fileName ? kindOfFileName(fileName) : undefined) ??
    (content.mediaType ? kindOfMediaType(content.mediaType) : undefined);
  if (content.kind === "text") return named ?? { kind: looksLikeHtml(content.text) ? "html" : "plain" };
  const signature = sniffBytes(content.bytes);
  if (signature && "container" in signature)
    return kindInContainer(named, signature.container, content.bytes);
  if (signature) return signature;
  if (named && !isOldFormat(named)) return named;
  return { kind: kindOfText(decodeHead(content.bytes), fileName) };
}

/** Without a name that says more. A table in the clothes of an old workbook has tabs or separators. */
function kindOfText(head: string, fileName: string | undefined): TextKind {
  if (looksLikeHtml(head)) return "html";
  return fileName && /\.xl[st]$/i.test(fileName) ? "table" : "plain";
}

/** True for a picture, which `readImage` reads and `convert` does not. */
export function isImage(content: RawContent, fileName: string): boolean {
  const detected = detectKind(content, fileName);
  return "unreadable" in detected && detected.unreadable === IMAGE_DESCRIPTION;
}

/** What is in a container decides, then its name; a container of nothing known is an archive. */
function kindInContainer(
  named: DetectedKind | undefined,
  container: "zip" | "ole",
  bytes: Uint8Array,
): DetectedKind {
  const inside = container === "zip" ? sniffZip(bytes) : sniffOle(bytes);
  if (inside) return inside;
  if (named && ("unreadable" in named || isKindIn(container, named.kind))) return named;
  return {
    unreadable: container === "zip" ? "an archive" : "in an old Office format; save it as DOCX or PDF",
  };
}

function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 1024));
}
