import { AtlasError } from "../errors/atlas-error";
import { ReadItemError } from "../errors/read-item-error";
import { SkipItemError } from "../errors/skip-item-error";
import type { ConvertedText } from "../model/document";
import type { Content, SourceDocument } from "../model/source-document";
import { type Convert, type ConvertBytesOptions, MAX_CONTENT_BYTES } from "./convert";
import { type BinaryKind, isBinaryKind, type TextKind } from "./detect/content-kind";
import { detectKind } from "./detect/detect-kind";
import { decodeText, normaliseLineEnds } from "./text/decode-text";

type BytesContent = Extract<Content, { kind: "bytes" }>;

/** Converts any document. The parser of a format is loaded with its first document. */
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
    // Parsers throw all kinds of errors on bad input; the person gets one message, and the cause is kept.
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

async function convertBytes(
  kind: BinaryKind,
  bytes: Uint8Array,
  options: ConvertBytesOptions,
): Promise<ConvertedText> {
  switch (kind) {
    case "pdf":
      return (await import("./pdf/convert-pdf")).convertPdf(bytes, options);
    case "docx":
      return (await import("./office/convert-docx")).convertDocx(bytes, options);
    case "mail":
      return (await import("./mail/convert-mail")).convertMail(bytes, options);
  }
}

/** Converts decoded text, with `\n` line ends. */
async function convertText(kind: TextKind, text: string, url: string): Promise<ConvertedText> {
  switch (kind) {
    case "html":
      return (await import("./html/convert-html")).convertHtml(text, url);
    case "markdown":
      return (await import("./text/convert-markdown")).convertMarkdown(text);
    case "table":
      return (await import("./text/convert-table")).convertTable(text);
    case "code":
      return { text, format: "code" };
    case "plain":
      return { text, format: "plain" };
  }
}

function decodeContent(content: BytesContent, kind: TextKind): string | undefined {
  const declared = /charset=["']?([\w-]+)/i.exec(content.mediaType ?? "")?.[1];
  return decodeText(content.bytes, declared ?? (kind === "html" ? charsetOfPage(content.bytes) : undefined));
}

/** The charset that a page declares within its first kilobyte (HTML standard, "prescan a byte stream"). */
function charsetOfPage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  return /<meta[^>]{1,200}charset=["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
