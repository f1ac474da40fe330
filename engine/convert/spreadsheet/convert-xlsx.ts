import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { createLeftOut, type LeftOut } from "../office/left-out";
import { createMarkdownWriter, type MarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import { type OfficePackage, openPackage } from "../office/package/open-package";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, elementsIn, type XmlElement } from "../xml/xml-element";
import { MAX_CELLS, MAX_SHEET_CELLS } from "./sheet";
import { writeSheet } from "./write-sheet";
import { createNumberFormatter } from "./xlsx/format-number";
import { type CellContext, richText } from "./xlsx/read-cell";
import { readComments } from "./xlsx/read-comments";
import { readDrawings } from "./xlsx/read-drawings";
import { isOn, readSheet, type SheetContent } from "./xlsx/read-sheet";
import { readNumberFormats } from "./xlsx/read-styles";

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
  readonly type: string;
}

/** Converts an Excel workbook to Markdown: a heading and the tables of each sheet. */
export async function convertXlsx(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const file = await openPackage(bytes, { ...options, kind: "workbook" });
  const writer = createMarkdownWriter();
  const leftOut = createLeftOut();
  const workbook = await file.part(file.mainPart);
  let missingResults = 0;
  const context: CellContext = {
    ...(await readShared(file)),
    formatNumber: createNumberFormatter(isOn(childOf(workbook, "x:workbookPr")?.attributes.date1904)),
    onMissingResult: () => missingResults++,
  };
  let cells = 0;
  for (const sheet of await listSheets(file, workbook)) {
    if (sheet.type === "chartsheet") leftOut.add("chart sheet");
    if (sheet.type !== "worksheet") continue;
    const content = await writeOne(file, sheet, {
      context,
      writer,
      leftOut,
      maxCells: Math.min(MAX_SHEET_CELLS, MAX_CELLS - cells),
      signal: options.signal,
    });
    cells += content.cells;
  }
  if (missingResults > 0)
    leftOut.say(`Formulas without a saved result: ${missingResults}; open and save the file to add them`);
  return { text: writer.toString(), format: "markdown", ...(await file.properties()), ...leftOut.toNote() };
}

/** Files that refer to a part by its kind alone, such as styles, need no path. */
async function readShared(
  file: OfficePackage,
): Promise<Pick<CellContext, "sharedStrings" | "numberFormats">> {
  const relationships = await file.relationships(file.mainPart);
  const path = (kind: string) => relationships.find(({ type }) => type === kind)?.target;
  const sharedStrings: string[] = [];
  const strings = path("sharedStrings");
  if (strings !== undefined)
    for await (const string of file.elements(strings, (name) => name === "x:si"))
      sharedStrings.push(richText(string));
  return { sharedStrings, numberFormats: readNumberFormats(await file.part(path("styles"))) };
}

async function listSheets(
  file: OfficePackage,
  workbook: XmlElement | undefined,
): Promise<readonly SheetEntry[]> {
  const relationships = await file.relationships(file.mainPart);
  return elementsIn(childOf(workbook, "x:sheets")).flatMap(({ attributes }) => {
    const relationship = relationships.find(({ id }) => id === attributes["r:id"]);
    if (!relationship) return [];
    const isHidden = (attributes.state ?? "visible") !== "visible";
    return [{ name: attributes.name ?? "", isHidden, path: relationship.target, type: relationship.type }];
  });
}

interface WriteOptions {
  readonly context: CellContext;
  readonly writer: MarkdownWriter;
  readonly leftOut: LeftOut;
  readonly maxCells: number;
  readonly signal: AbortSignal | undefined;
}

async function writeOne(
  file: OfficePackage,
  { name, isHidden, path }: SheetEntry,
  { context, writer, leftOut, maxCells, signal }: WriteOptions,
): Promise<SheetContent> {
  const comments = await readComments(file, path);
  const relationships = await file.relationships(path);
  const content = await readSheet(file, path, { ...context, comments, relationships, maxCells });
  const drawings = await readDrawings(file, path, leftOut);
  if (content.rows.length > 0 || drawings.length > 0) {
    writer.heading(2, escapeMarkdown(oneLine(name)));
    await writeSheet(content, { writer, signal });
    for (const text of drawings) writer.paragraph(text);
    if (isHidden) leftOut.say(`Read as well: the hidden sheet "${name}"`);
  }
  sayHidden(name, content, leftOut);
  if (content.cutAt !== undefined)
    leftOut.say(
      `Rows of the sheet "${name}" from row ${content.cutAt} on are left out: the file is too large`,
    );
  return content;
}

function sayHidden(name: string, { hiddenRows, hiddenColumns }: SheetContent, leftOut: LeftOut): void {
  const hidden = [
    ...(hiddenRows > 0 ? [`${hiddenRows} hidden ${hiddenRows === 1 ? "row" : "rows"}`] : []),
    ...(hiddenColumns > 0 ? [`${hiddenColumns} hidden ${hiddenColumns === 1 ? "column" : "columns"}`] : []),
  ];
  if (hidden.length > 0) leftOut.say(`Read as well: ${hidden.join(" and ")} of the sheet "${name}"`);
}
