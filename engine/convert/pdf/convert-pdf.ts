import { getDocumentProxy } from "unpdf";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { joinPdfLines, type PdfTextItem } from "./join-pdf-lines";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Converts the text layer of a PDF, page by page; `pages` has the offset of each. */
export async function convertPdf(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const pdf = await openPdf(bytes, options.name);
  try {
    const { texts, unreadable } = await readPages(pdf, options);
    const empty = texts.filter((text) => text === "").length - unreadable;
    if (texts.every((text) => text === "")) {
      if (unreadable > 0) throw damaged(options.name);
      throw new SkipItemError(
        `"${options.name}" holds only pictures; Atlas reads PDFs that have text in them`,
      );
    }
    const { text, pages } = joinPages(texts);
    const note = toNote(texts.length, empty, unreadable);
    return { text, format: "plain", pages, ...(await readMetadata(pdf)), ...(note && { note }) };
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array, name: string): Promise<Pdf> {
  try {
    // pdf.js detaches the buffer it is given, and the bytes belong to the caller. Verbosity 0: errors only.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      const remedy = "save a copy without the password and add that";
      throw new ReadItemError(`Cannot read PDF "${name}": it is protected by a password; ${remedy}`, {
        cause: error,
      });
    }
    throw damaged(name, error);
  }
}

function damaged(name: string, cause?: unknown): ReadItemError {
  return new ReadItemError(`Cannot read PDF "${name}": the file is damaged`, { cause });
}

async function readPages(pdf: Pdf, { name, signal }: ConvertBytesOptions) {
  if (pdf.numPages === 0) throw damaged(name);
  const texts: string[] = [];
  let unreadable = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted();
    try {
      texts.push(await readPage(pdf, number));
    } catch {
      // A broken page of a readable file is reported in the note.
      texts.push("");
      unreadable++;
    }
  }
  return { texts, unreadable };
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return joinPdfLines(items.filter((item): item is typeof item & PdfTextItem => "str" in item));
}

function joinPages(texts: readonly string[]): { readonly text: string; readonly pages: readonly number[] } {
  const pages: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const text of texts) {
    const gap = length > 0 && text !== "" ? "\n\n" : "";
    pages.push(length + gap.length);
    pieces.push(gap, text);
    length += gap.length + text.length;
  }
  return { text: pieces.join(""), pages };
}

function toNote(pages: number, empty: number, unreadable: number): string | undefined {
  const parts: string[] = [];
  if (unreadable > 0) parts.push(`${unreadable} of ${pages} pages could not be read`);
  if (empty > 0) parts.push(`${empty} of ${pages} pages hold no text`);
  return parts.join("; ") || undefined;
}

/** Title and author of the metadata, without names that PDF writers insert by themselves. */
async function readMetadata(pdf: Pdf): Promise<{ title?: string; author?: string }> {
  const { info } = await pdf.getMetadata();
  const title = field(info, "Title");
  const author = field(info, "Author");
  return { ...(title && !GENERATED_TITLE.test(title) && { title }), ...(author && { author }) };
}

const GENERATED_TITLE =
  /^(untitled|document\d*|title|microsoft (word|powerpoint|excel) - .*)$|\.(docx?|indd|tex|dvi|qxd|pptx?|xlsx?|pdf)$/i;

function field(info: object, key: string): string | undefined {
  const value: unknown = Reflect.get(info, key);
  return typeof value === "string" ? value.replaceAll("\0", "").trim() || undefined : undefined;
}
