import { getDocumentProxy } from "unpdf";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { dropRunningLines } from "./page/drop-running-lines";
import { EMPTY_PAGE, type Pdf, type PdfPage, readPage } from "./read-page";
import { fontSizes } from "./text/font-sizes";
import type { PdfParagraph } from "./text/join-lines";
import { joinPages } from "./text/join-pages";
import {
  besideParagraphs,
  insertBeside,
  pageParts,
  partParagraphs,
  sizedTexts,
} from "./text/page-paragraphs";

/** Converts the text layer of a PDF to Markdown; `pages` has the offset of each page. */
export async function convertPdf(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const pdf = await openPdf(bytes, options.name);
  try {
    const { pages, unreadable } = await readPages(pdf, options);
    const empty = pages.filter(isEmpty).length - unreadable;
    if (pages.every(isEmpty)) {
      if (unreadable > 0) throw damaged(options.name);
      throw new SkipItemError(
        `"${options.name}" holds only pictures; Atlas reads PDFs that have text in them`,
      );
    }
    const { text, pages: starts } = joinPages(toParagraphs(pages));
    const note = toNote(pages.length, empty, unreadable);
    return {
      text,
      format: "markdown",
      pages: starts,
      ...(await readMetadata(pdf)),
      ...(note && { note }),
    };
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

function isEmpty({ rows, fields, turned, comments }: PdfPage): boolean {
  return rows.length + fields.length + turned.length + comments.length === 0;
}

async function readPages(pdf: Pdf, { name, signal }: ConvertBytesOptions) {
  if (pdf.numPages === 0) throw damaged(name);
  const pages: PdfPage[] = [];
  let unreadable = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted();
    try {
      pages.push(await readPage(pdf, number));
    } catch {
      // A broken page of a readable file is reported in the note.
      pages.push(EMPTY_PAGE);
      unreadable++;
    }
  }
  return { pages, unreadable };
}

function toParagraphs(pages: readonly PdfPage[]): (readonly PdfParagraph[])[] {
  const main = dropRunningLines(pages.map(({ rows }) => rows));
  const turned = dropRepeated(pages.map((page) => page.turned));
  const parts = pages.map(({ fields }, at) => pageParts(main[at] ?? [], fields));
  const sizes = fontSizes(parts.flat().flatMap(sizedTexts));
  return pages.map(({ comments }, at) => {
    const paragraphs = (parts[at] ?? []).flatMap((part) => partParagraphs(part, sizes));
    return insertBeside(paragraphs, besideParagraphs(turned[at] ?? [], { sizes, comments }));
  });
}

/** A stamp on every page is text once. */
function dropRepeated(pages: readonly PdfPage["turned"][]): PdfPage["turned"][] {
  const seen = new Set<string>();
  return pages.map((texts) =>
    texts.filter((rows) => {
      const words = rows.flatMap(({ fragments }) => fragments.map(({ text }) => text)).join(" ");
      const isNew = !seen.has(words);
      seen.add(words);
      return isNew;
    }),
  );
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
  /^(untitled|about:blank|document\d*|title|microsoft (word|powerpoint|excel) - .*)$|\.(docx?|indd|tex|dvi|qxd|pptx?|xlsx?|pdf)$/i;

function field(info: object, key: string): string | undefined {
  const value: unknown = Reflect.get(info, key);
  return typeof value === "string" ? value.replaceAll("\0", "").trim() || undefined : undefined;
}
