import { getDocumentProxy } from "unpdf";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import { wait } from "../../util/wait";
import type { ConvertBytesOptions } from "../convert";
import { mapsFactory } from "./maps-factory";
import { dropRunningLines } from "./page/drop-running-lines";
import { MISSING_MAPS, pdfNote } from "./pdf-note";
import { readAttachments } from "./read-attachments";
import { EMPTY_PAGE, type Pdf, type PdfPage, readPage } from "./read-page";
import { fontSizes } from "./text/font-sizes";
import type { PdfParagraph } from "./text/join-lines";
import { joinPages } from "./text/join-pages";
import {
  besideParagraphs,
  insertBeside,
  type PagePart,
  pageParts,
  partParagraphs,
  sizedTexts,
} from "./text/page-paragraphs";

/**
 * Converts the text layer of a PDF, its filled form fields and its comments to Markdown; `pages` has the offset of each
 * page. The engine can do other work between pages.
 */
export async function convertPdf(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const missingMaps = new Set<string>();
  const pdf = await openPdf(bytes, { name: options.name, missing: missingMaps });
  try {
    const read = await readPages(pdf, options);
    const attachments = await readAttachments(pdf, read.pages, options);
    if (read.pages.every(isEmpty) && attachments.sections.length === 0)
      throw nothingToRead(read, { name: options.name, missingMaps });
    const { text, pages } = joinPages(await toParagraphs(read.pages, options));
    const note = pdfNote(read, {
      isXfa: pdf.isPureXfa,
      missingMaps: [...missingMaps],
      attachments: attachments.notes,
    });
    return {
      text: [text, ...attachments.sections].filter((part) => part !== "").join("\n\n"),
      format: "markdown",
      pages,
      ...(await readMetadata(pdf)),
      ...(note && { note }),
    };
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(
  bytes: Uint8Array,
  { name, missing }: { readonly name: string; readonly missing: Set<string> },
): Promise<Pdf> {
  try {
    // pdf.js detaches the buffer it is given, and the bytes belong to the caller. Verbosity 0: errors only.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0, BinaryDataFactory: mapsFactory(missing) });
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

interface ReadPages {
  readonly pages: readonly PdfPage[];
  /** Numbers of pages that could not be read. */
  readonly unreadable: readonly number[];
  /** Numbers of pages without text. */
  readonly empty: readonly number[];
}

function nothingToRead(
  { unreadable }: ReadPages,
  { name, missingMaps }: { readonly name: string; readonly missingMaps: ReadonlySet<string> },
): Error {
  if (unreadable.length > 0) return damaged(name);
  if (missingMaps.size > 0) return new SkipItemError(`"${name}" cannot be read: ${MISSING_MAPS}`);
  return new SkipItemError(`"${name}" holds only pictures; Atlas reads PDFs that have text in them`);
}

function isEmpty({ rows, fields, turned, comments }: PdfPage): boolean {
  return rows.length + fields.length + turned.length + comments.length === 0;
}

async function readPages(pdf: Pdf, { name, signal }: ConvertBytesOptions): Promise<ReadPages> {
  if (pdf.numPages === 0) throw damaged(name);
  const pages: PdfPage[] = [];
  const unreadable: number[] = [];
  const empty: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    await letOthersWork(signal);
    try {
      const page = await readPage(pdf, number);
      if (isEmpty(page)) empty.push(number);
      pages.push(page);
    } catch {
      // A broken page of a readable file is reported in the note.
      pages.push(EMPTY_PAGE);
      unreadable.push(number);
    }
  }
  return { pages, unreadable, empty };
}

const NEVER = new AbortController().signal;

/** pdf.js answers without ending the current task, so that nothing else would run until the last page. */
async function letOthersWork(signal: AbortSignal | undefined): Promise<void> {
  await wait(0, signal ?? NEVER);
}

async function toParagraphs(
  pages: readonly PdfPage[],
  { signal }: ConvertBytesOptions,
): Promise<(readonly PdfParagraph[])[]> {
  const main = dropRunningLines(pages.map(({ rows }) => rows));
  const turned = dropRepeated(pages.map((page) => page.turned));
  const parts: PagePart[][] = [];
  for (const [at, { fields }] of pages.entries()) {
    await letOthersWork(signal);
    parts.push(pageParts(main[at] ?? [], fields));
  }
  const sizes = fontSizes(parts.flat().flatMap(sizedTexts));
  const paragraphs: (readonly PdfParagraph[])[] = [];
  for (const [at, { comments }] of pages.entries()) {
    await letOthersWork(signal);
    const texts = (parts[at] ?? []).flatMap((part) => partParagraphs(part, sizes));
    const beside = besideParagraphs(turned[at] ?? [], { sizes, comments });
    paragraphs.push(at < pages.length - 1 ? insertBeside(texts, beside) : [...texts, ...beside]);
  }
  return paragraphs;
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

/** Title and author of the metadata, without names that PDF writers insert by themselves. */
async function readMetadata(pdf: Pdf): Promise<{ title?: string; author?: string }> {
  const { info } = await pdf.getMetadata();
  const title = field(info, "Title");
  const author = field(info, "Author");
  return { ...(title && !GENERATED_TITLE.test(title) && { title }), ...(author && { author }) };
}

const GENERATED_TITLE =
  /^(untitled|about:blank|document\d*|title|microsoft (word|powerpoint|excel) - .*)$|\.(docx?|indd|tex|dvi|qxd|pptx?|xlsx?|pdf|html?)$/i;

function field(info: object, key: string): string | undefined {
  const value: unknown = Reflect.get(info, key);
  return typeof value === "string" ? value.replaceAll("\0", "").trim() || undefined : undefined;
}
