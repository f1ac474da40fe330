import { AtlasError } from "../errors/atlas-error";
import { ReadItemError } from "../errors/read-item-error";
import { SkipItemError } from "../errors/skip-item-error";
import type { ConvertedText } from "../model/document";
import { CONTENT_HTML, type Content, type SourceDocument } from "../model/source-document";
import { type Convert, type ConvertBytes, type ConvertPart, MAX_CONTENT_BYTES, MAX_NESTING } from "./convert";
import { type BinaryKind, isBinaryKind, type TextKind } from "./detect/content-kind";
import { detectKind } from "./detect/detect-kind";
import type { ExportFile } from "./exports/export-format";
import { readExport } from "./exports/read-export";
import { decodeText, normaliseLineEnds } from "./text/decode-text";
import { withoutControls } from "./text/without-controls";

type BytesContent = Extract<Content, { kind: "bytes" }>;

/** How each binary format is converted; its parser is loaded with its first document. */
const BINARY_CONVERTERS: Readonly<Record<BinaryKind, () => Promise<ConvertBytes>>> = {
  pdf: async () => (await import("./pdf/convert-pdf")).convertPdf,
  docx: async () => (await import("./word/convert-docx")).convertDocx,
  xlsx: async () => (await import("./spreadsheet/convert-xlsx")).convertXlsx,
  pptx: async () => (await import("./presentation/convert-pptx")).convertPptx,
  odf: async () => (await import("./opendocument/convert-odf")).convertOdf,
  epub: async () => (await import("./ebook/convert-epub")).convertEpub,
  rtf: async () => (await import("./rich-text/convert-rtf")).convertRtf,
  mail: async () => (await import("./mail/convert-mail")).convertMail,
  mailbox: async () => (await import("./mail/convert-mailbox")).convertMailbox,
  msg: async () => (await import("./mail/convert-msg")).convertMsg,
  zipped: async () => (await import("./exports/archive/convert-archive")).convertArchive,
};

/** Converts any document. The parser of a format is loaded with its first document. */
export const convert: Convert = (document, signal) => convertNested(document, signal, 0);

/** `depth`: how many documents this one is within. */
async function convertNested(
  document: SourceDocument,
  signal: AbortSignal | undefined,
  depth: number,
): Promise<ConvertedText> {
  signal?.throwIfAborted();
  const name = document.fileName ?? document.title;
  try {
    const converted = await convertWithText(document, { name, signal, depth });
    const text = withoutControls(converted.text);
    if (text.trim() === "") throw new SkipItemError(`"${name}" holds no text`);
    const { title, author } = converted;
    const note = [document.content.note, converted.note].filter(Boolean).join("; ");
    return {
      ...converted,
      text,
      ...(title !== undefined && { title: withoutControls(title) }),
      ...(author !== undefined && { author: withoutControls(author) }),
      ...(note !== "" && { note: withoutControls(note) }),
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AtlasError) throw error;
    // Parsers throw all kinds of errors on bad input; the person gets one message, and the cause is kept.
    throw new ReadItemError(`Cannot read "${name}": its content is damaged`, { cause: error });
  }
}

/** The content with what stands beside it; that is read even where the content cannot be. */
async function convertWithText(
  document: SourceDocument,
  options: ConvertContentOptions,
): Promise<ConvertedText> {
  const { content } = document;
  const beside = content.kind === "bytes" ? content.beside : undefined;
  if (!beside) return convertContent(document, options);
  try {
    const converted = await convertContent(document, options);
    return { ...converted, text: `${converted.text.trimEnd()}\n\n${beside}` };
  } catch (error) {
    options.signal?.throwIfAborted();
    const note =
      error instanceof AtlasError ? error.message : `Cannot read "${options.name}": its content is damaged`;
    return { text: beside, format: "plain", note };
  }
}

interface ConvertContentOptions {
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  readonly depth: number;
}

async function convertContent(
  document: SourceDocument,
  options: ConvertContentOptions,
): Promise<ConvertedText> {
  const { content } = document;
  const { name } = options;
  if (content.kind === "thread") {
    const { convertThread } = await import("./text/convert-thread");
    return convertThread(content, {
      isMail: document.type === "mail",
      convertPart: partConverter(document, options),
    });
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
    const convertBytes = await BINARY_CONVERTERS[kind]();
    const { signal } = options;
    return convertBytes(bytes, {
      name,
      url: document.url,
      signal,
      convertPart: partConverter(document, options),
    });
  }
  const text = content.kind === "text" ? normaliseLineEnds(content.text) : decodeContent(content, kind);
  if (text === undefined) throw new SkipItemError(`"${name}" is not text`);
  // A vendor's content is no file that another program exported.
  if (content.mediaType === CONTENT_HTML)
    return (await import("./html/convert-html")).convertHtml(text, document.url, true);
  return convertText({ kind, text, name, url: document.url });
}

function partConverter(document: SourceDocument, { signal, depth }: ConvertContentOptions): ConvertPart {
  return async ({ name, mediaType, bytes }) => {
    if (depth >= MAX_NESTING) throw new SkipItemError(`"${name}" is nested more than ${MAX_NESTING} deep`);
    const content: Content = { kind: "bytes", bytes, ...(mediaType === undefined ? {} : { mediaType }) };
    return convertNested({ ...document, title: name, fileName: name, content }, signal, depth + 1);
  };
}

/** Converts decoded text, with `\n` line ends: as what another program exported, else by its kind. */
async function convertText(file: ExportFile): Promise<ConvertedText> {
  const exported = await readExport(file);
  if (exported) return exported;
  const { kind, text, url } = file;
  switch (kind) {
    case "html":
      return (await import("./html/convert-html")).convertHtml(text, url);
    case "markdown":
      return (await import("./text/convert-markdown")).convertMarkdown(text);
    case "table":
      return (await import("./text/convert-table")).convertTable(text);
    case "calendar":
      return (await import("./calendar/convert-calendar")).convertCalendar(text);
    case "contacts":
      return (await import("./contacts/convert-contacts")).convertContacts(text);
    case "code":
      return { text, format: "code" };
    case "plain":
      return { text, format: "plain" };
  }
}

function decodeContent(content: BytesContent, kind: TextKind): string | undefined {
  const declared = /charset=["']?([\w-]+)/i.exec(content.mediaType ?? "")?.[1];
  return decodeText(content.bytes, declared ?? charsetWithin(content.bytes, kind));
}

/** The charset that a page (HTML standard, "prescan a byte stream") or XML declares within its first kilobyte. */
function charsetWithin(bytes: Uint8Array, kind: TextKind): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const inXml = /^\s*<\?xml[^>]{1,200}encoding=["']([\w-]+)/i.exec(head)?.[1];
  if (inXml !== undefined || kind !== "html") return inXml;
  return /<meta[^>]{1,200}charset=["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
