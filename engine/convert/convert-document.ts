import { AtlasError } from "../errors/atlas-error";
import { ReadItemError } from "../errors/read-item-error";
import { SkipItemError } from "../errors/skip-item-error";
import type { ConvertedText } from "../model/document";
import type { Content, SourceDocument } from "../model/source-document";
import { type Convert, MAX_CONTENT_BYTES } from "./convert";
import { convertBytes } from "./convert-bytes";
import { convertText } from "./convert-text";
import { isBinaryKind, type TextKind } from "./detect/content-kind";
import { detectKind } from "./detect/detect-kind";
import { decodeText, normaliseLineEnds } from "./text/decode-text";

type BytesContent = Extract<Content, { kind: "bytes" }>;

/** Reads any document; formats with a large parser are loaded when the first document of theirs comes. */
export const convert: Convert = async (document, signal) => {
  signal?.throwIfAborted();
  const name = document.fileName ?? document.title;
  try {
    const converted = await convertContent(document, name, signal);
    if (converted.text.trim() === "") throw new SkipItemError(`"${name}" holds no text`);
    const note = [document.content.note, converted.note].filter(Boolean).join("; ");
    return note ? { ...converted, note } : converted;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AtlasError) throw error;
    // The parsers throw what they like on bad input; to the person it is one thing, and the cause is kept.
    throw new ReadItemError(`Cannot read "${name}": its content is damaged`, { cause: error });
  }
};

async function convertContent(
  document: SourceDocument,
  name: string,
  signal: AbortSignal | undefined,
): Promise<ConvertedText> {
  const { content } = document;
  if (content.kind === "thread") {
    const { convertThread } = await import("./text/convert-thread");
    return convertThread(content.messages);
  }
  if (content.kind === "image") {
    const { convertImage } = await import("./image/convert-image");
    return convertImage(content.text, name);
  }
  const size = content.kind === "text" ? content.text.length : content.bytes.length;
  if (size === 0) throw new SkipItemError(`"${name}" is empty`);
  if (size > MAX_CONTENT_BYTES)
    throw new SkipItemError(
      `"${name}" is ${megabytes(size)}; Atlas reads files up to ${megabytes(MAX_CONTENT_BYTES)}`,
    );
  const detected = detectKind(content, document.fileName);
  if ("unreadable" in detected) throw new SkipItemError(`"${name}" is ${detected.unreadable}`);
  const { kind } = detected;
  if (isBinaryKind(kind)) {
    const bytes = content.kind === "bytes" ? content.bytes : new TextEncoder().encode(content.text);
    return convertBytes(kind, bytes, { name, url: document.url, signal });
  }
  const text = content.kind === "text" ? normaliseLineEnds(content.text) : decodeContent(content, kind);
  if (text === undefined) throw new SkipItemError(`"${name}" is not text`);
  return convertText(kind, text, document.url);
}

function decodeContent(content: BytesContent, kind: TextKind): string | undefined {
  const declared = /charset=["']?([\w-]+)/i.exec(content.mediaType ?? "")?.[1];
  return decodeText(content.bytes, declared ?? (kind === "html" ? charsetOfPage(content.bytes) : undefined));
}

/** A page may name its charset within its first kilobyte (HTML standard, "prescan a byte stream"). */
function charsetOfPage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  return /<meta[^>]{1,200}charset=["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
