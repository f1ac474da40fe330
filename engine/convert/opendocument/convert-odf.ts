import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { isPageNumber } from "../office/is-page-number";
import { createLeftOut } from "../office/left-out";
import { createMarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import { elementsIn, type XmlElement } from "../xml/xml-element";
import { type OdfDocument, openDocument } from "./open-document";
import { BlockWriter, type BlockWriterDeps, hasWords } from "./write-blocks";
import { writeSlides } from "./write-odp";
import { writeSheets } from "./write-ods";

const BODIES = new Set(["office:text", "office:spreadsheet", "office:presentation", "office:drawing"]);

/** Converts a text, spreadsheet, presentation or drawing of LibreOffice and others to Markdown. */
export async function convertOdf(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const file = await openDocument(bytes, options);
  const leftOut = createLeftOut();
  const writer = createMarkdownWriter();
  const deps: BlockWriterDeps = {
    styles: file.styles,
    leftOut,
    writer,
    signal: options.signal,
    object: file.object,
  };
  const kind = await bodyOf(file);
  if (kind === "office:spreadsheet") await writeSheets(file, deps);
  else if (kind === "office:presentation" || kind === "office:drawing") await writeSlides(file, deps);
  else await writeText(file, deps);
  return { text: writer.toString(), format: "markdown", ...file.about, ...leftOut.toNote() };
}

async function bodyOf(file: OdfDocument): Promise<string | undefined> {
  for await (const { name } of file.elements({
    isWanted: () => false,
    isAnnounced: (name) => BODIES.has(name),
  }))
    return name;
  return undefined;
}

async function writeText(file: OdfDocument, deps: BlockWriterDeps): Promise<void> {
  const blocks = new BlockWriter(deps);
  for await (const element of file.elements({ isWanted: (_, parent) => parent === "office:text" }))
    await blocks.write(element);
  const seen = new Set<string>();
  for (const part of file.running.filter(hasWords)) {
    const words = await runningWords(part, deps);
    const name = part.name === "style:header" ? "Page header" : "Page footer";
    if (!isPageNumber(words)) seen.add(`${name}: ${words}`);
  }
  for (const text of seen) deps.writer.paragraph(text);
}

async function runningWords(part: XmlElement, deps: BlockWriterDeps): Promise<string> {
  const writer = createMarkdownWriter();
  const blocks = new BlockWriter({ ...deps, writer });
  for (const element of elementsIn(part)) await blocks.write(element);
  return oneLine(writer.toString());
}
