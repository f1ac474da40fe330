import { oneLine } from "../office/markdown/markdown-writer";
import { MAX_SHEET_CELLS, type Merge, type SheetCell, type SheetRow } from "../spreadsheet/sheet";
import { writeSheet } from "../spreadsheet/write-sheet";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import { commentText, paragraphText } from "./inline-text";
import type { OdfContext } from "./odf-context";
import type { OdfDocument } from "./open-document";
import type { BlockWriterDeps } from "./write-blocks";

/** A sheet while it is read. */
interface SheetDraft {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  readonly below: string[];
  nextRow: number;
  hiddenRows: number;
}

/** The largest number of rows or columns of a sheet; repeated empty ones reach to it. */
const MAX_REPEATED = 1_000;

/** Writes all sheets of an OpenDocument spreadsheet. */
export async function writeSheets(file: OdfDocument, deps: BlockWriterDeps): Promise<void> {
  let sheet: SheetDraft | undefined;
  let cells = 0;
  const wanted = new Set(["table:table-row", "table:shapes"]);
  for await (const element of file.elements({
    isWanted: (name) => wanted.has(name),
    isAnnounced: (name) => name === "table:table",
  })) {
    if (element.name === "table:table") {
      await finish(sheet, deps);
      sheet = startSheet(element, deps);
    } else if (sheet && element.name === "table:shapes") addShapes(sheet, element, deps);
    else if (sheet && cells < MAX_SHEET_CELLS) cells += addRow(sheet, element, deps);
  }
  await finish(sheet, deps);
  if (cells >= MAX_SHEET_CELLS)
    deps.leftOut.say(
      `Rows after the first ${MAX_SHEET_CELLS.toLocaleString("en")} cells are left out: the file is too large`,
    );
}

function startSheet({ attributes }: XmlElement, { styles }: BlockWriterDeps): SheetDraft {
  const isHidden = styles.isHidden(attributes["table:style-name"]);
  const name = attributes["table:name"] ?? "";
  return { name, isHidden, rows: [], merges: [], below: [], nextRow: 0, hiddenRows: 0 };
}

async function finish(
  sheet: SheetDraft | undefined,
  { writer, leftOut, signal }: BlockWriterDeps,
): Promise<void> {
  if (!sheet || (sheet.rows.length === 0 && sheet.below.length === 0)) return;
  writer.heading(2, escapeMarkdown(oneLine(sheet.name)));
  await writeSheet(sheet, { writer, signal });
  for (const text of sheet.below) writer.paragraph(text);
  if (sheet.isHidden) leftOut.say(`Read as well: the hidden sheet "${sheet.name}"`);
  if (sheet.hiddenRows > 0)
    leftOut.say(
      `Read as well: ${sheet.hiddenRows} hidden ${sheet.hiddenRows === 1 ? "row" : "rows"} of the sheet "${sheet.name}"`,
    );
}

/** Adds a row as often as it is repeated; returns the number of its cells. */
function addRow(sheet: SheetDraft, row: XmlElement, deps: BlockWriterDeps): number {
  const repeated = repeats(row, "table:number-rows-repeated");
  const cells = readCells(sheet, row, deps);
  if (cells.length > 0) {
    for (let at = 0; at < Math.min(repeated, MAX_REPEATED); at++)
      sheet.rows.push({ index: sheet.nextRow + at, cells });
    if (/^(?:collapse|filter)$/.test(row.attributes["table:visibility"] ?? "")) sheet.hiddenRows += repeated;
  }
  sheet.nextRow += repeated;
  return cells.length * Math.min(repeated, MAX_REPEATED);
}

function readCells(sheet: SheetDraft, row: XmlElement, deps: BlockWriterDeps): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  let column = 0;
  for (const element of elementsIn(row)) {
    if (!/^table:(?:covered-)?table-cell$/.test(element.name)) continue;
    const repeated = repeats(element, "table:number-columns-repeated");
    const value = element.name === "table:table-cell" ? readCell(element, deps) : undefined;
    if (value) {
      const style = element.attributes["table:style-name"] ?? "";
      for (let at = 0; at < Math.min(repeated, MAX_REPEATED); at++)
        cells.push({ ...value, column: column + at, style });
      addMerge(sheet, element, column);
    }
    column += repeated;
  }
  return cells;
}

function addMerge(sheet: SheetDraft, { attributes }: XmlElement, left: number): void {
  const columns = Number(attributes["table:number-columns-spanned"] ?? 1) || 1;
  const rows = Number(attributes["table:number-rows-spanned"] ?? 1) || 1;
  const top = sheet.nextRow;
  if (columns > 1 || rows > 1)
    sheet.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
}

/** The value as it is shown; dates in a form that is read in one way only. */
function readCell(cell: XmlElement, deps: BlockWriterDeps): Pick<SheetCell, "text" | "kind"> | undefined {
  const comments: string[] = [];
  const context: OdfContext = {
    styles: deps.styles,
    leftOut: deps.leftOut,
    after: (markdown) => void comments.push(markdown),
    frame: () => deps.leftOut.add("picture or shape in a cell"),
  };
  const annotation = childOf(cell, "office:annotation");
  if (annotation) comments.push(commentText(annotation, context));
  const shown = elementsIn(cell)
    .filter(({ name }) => name === "text:p")
    .map((paragraph) => oneLine(paragraphText(paragraph, context)))
    .join(" ")
    .trim();
  const { "office:value-type": type = "string", "office:date-value": date } = cell.attributes;
  const value = type === "date" && date !== undefined ? dateText(date) : shown || bareValue(cell);
  const text = [value, ...comments.map((comment) => `(${comment})`)].join(" ").trim();
  return text === "" ? undefined : { text, kind: kindOf(type, value) };
}

function kindOf(type: string, value: string): SheetCell["kind"] {
  if (type === "string") return "words";
  return type === "date" || (type === "float" && /^(?:19|20)\d\d$/.test(value)) ? "name" : "value";
}

function dateText(date: string): string {
  return date
    .replace(/T00:00:00(\.0+)?$/, "")
    .replace("T", " ")
    .replace(/(\d\d:\d\d):00(\.0+)?$/, "$1");
}

/** What a program that does not write the shown words leaves. */
function bareValue({ attributes }: XmlElement): string {
  return (
    attributes["office:string-value"] ??
    attributes["office:value"] ??
    attributes["office:boolean-value"]?.toUpperCase() ??
    attributes["office:time-value"] ??
    ""
  );
}

function addShapes(sheet: SheetDraft, shapes: XmlElement, deps: BlockWriterDeps): void {
  for (const shape of elementsIn(shapes)) {
    if (descendants(shape, "draw:object").length > 0) deps.leftOut.add("chart");
    else if (descendants(shape, "draw:image").length > 0) deps.leftOut.add("picture");
    sheet.below.push(
      ...descendants(shape, "text:p").map((paragraph) => escapeMarkdown(oneLine(textOf(paragraph)))),
    );
  }
}

function repeats({ attributes }: XmlElement, attribute: string): number {
  return Math.max(1, Number(attributes[attribute] ?? 1) || 1);
}
