import type { Content } from "../../model/source-document";
import {
  type ContentKind,
  type DetectedKind,
  IMAGE_DESCRIPTION,
  isKindIn,
  kindOfFileName,
  kindOfMediaType,
} from "./content-kind";
import { sniffBytes } from "./sniff-bytes";

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
  if (signature && "container" in signature) return kindInContainer(named, signature.container);
  if (signature) return signature;
  return named ?? { kind: kindOfHead(decodeHead(content.bytes)) };
}

function kindOfHead(head: string): ContentKind {
  if (looksLikeHtml(head)) return "html";
  return looksLikeMail(head) ? "mail" : "plain";
}

/** Header lines from the very beginning, one of which only mail programs write. */
function looksLikeMail(head: string): boolean {
  const [headers = ""] = head.split(/\r?\n\r?\n/);
  const names = [...headers.matchAll(/^([!-9;-~]+):/gm)].map(([, name = ""]) => name.toLowerCase());
  if (!/^[!-9;-~]+:/.test(headers)) return false;
  const isWritten = ["message-id", "mime-version", "received", "return-path"].some((name) =>
    names.includes(name),
  );
  return isWritten && ["from", "received", "return-path", "subject"].some((name) => names.includes(name));
}

/** True for a picture, which `readImage` reads and `convert` does not. */
export function isImage(content: RawContent, fileName: string): boolean {
  const detected = detectKind(content, fileName);
  return "unreadable" in detected && detected.unreadable === IMAGE_DESCRIPTION;
}

/** The name tells what a zip or OLE container holds; a container that it does not name a format of is an archive. */
function kindInContainer(named: DetectedKind | undefined, container: "zip" | "ole"): DetectedKind {
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
