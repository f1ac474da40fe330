import type { MarkdownWriter } from "../office/markdown/markdown-writer";
import { ROWS_WITH_ONE_HEADER, writeRows } from "../office/markdown/write-table";
import { pause } from "../pause";
import { fillMerged } from "./fill-merged";
import { countHeaderRows, isForm } from "./find-header";
import type { Merge, SheetRow, SheetRows } from "./sheet";
import { type SheetBlock, sheetBlocks, usedColumns } from "./sheet-blocks";

/** A row of more columns is written as lines of `column: value`: it is too wide to be read as a row. */
const MAX_TABLE_COLUMNS = 60;

/** The names of columns, by their numbers. */
type ColumnNames = ReadonlyMap<number, string>;

const NO_NAMES: ColumnNames = new Map();

export interface WriteSheetOptions {
  readonly writer: MarkdownWriter;
  readonly signal: AbortSignal | undefined;
}

/** Rows that are written between two pauses: some ten milliseconds of work. */
const PAUSE_AFTER = 2_000;

/** Writes the rows of a sheet: single cells as paragraphs, the others as tables with the names of their columns. */
export async function writeSheet(
  { rows, merges }: { readonly rows: SheetRows; readonly merges: readonly Merge[] },
  { writer, signal }: WriteSheetOptions,
): Promise<void> {
  const spanned = new Set(merges.filter(({ left, right }) => right > left).map(({ top }) => top));
  const spansColumns = ({ index }: SheetRow) => spanned.has(index);
  /** Of the tables above, the last one first. */
  const above: ColumnNames[] = [];
  for (const block of sheetBlocks(fillMerged(rows, merges))) {
    const [titles, table] = takeTitles(block);
    for (const { cells } of titles) for (const { text } of cells) writer.paragraph(text);
    const headerRows = countHeaderRows(table, spansColumns);
    const columns = usedColumns(table);
    const own = headerRows > 0 ? mergeNames(table.slice(0, headerRows)) : undefined;
    if (own) above.unshift(own);
    const names = own ?? above.find((known) => goesOn(table, columns, known)) ?? NO_NAMES;
    await writeBlock(table.slice(headerRows), { columns, names, writer, signal });
  }
}

/** Rows of one cell before a wider one; all rows where none is wider. */
function takeTitles(block: SheetBlock): readonly [titles: SheetBlock, table: SheetBlock] {
  const wide = block.findIndex(({ cells }) => cells.length > 1);
  if (wide >= 0) return [block.slice(0, wide), block.slice(wide)];
  return isColumn(block) ? [[], block] : [block, []];
}

/** A column of values below its name. */
function isColumn(block: SheetBlock): boolean {
  const kinds = block.map(({ cells }) => cells[0]?.kind);
  return kinds.length > 2 && kinds[0] === "words" && kinds.slice(1).every((kind) => kind !== "words");
}

/** Rows after an empty row may belong to the table above. */
function goesOn(table: SheetBlock, columns: readonly number[], names: ColumnNames): boolean {
  if (isForm(table) || !columns.every((column) => names.has(column))) return false;
  return columns.length === names.size || columns.length > 2;
}

function mergeNames(rows: SheetBlock): ColumnNames {
  const names = new Map<number, string>();
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      const above = names.get(column);
      names.set(column, above === undefined || above === text ? text : `${above} ${text}`);
    }
  }
  return names;
}

interface BlockOptions extends WriteSheetOptions {
  readonly columns: readonly number[];
  readonly names: ColumnNames;
}

async function writeBlock(rows: SheetBlock, options: BlockOptions): Promise<void> {
  const { columns, names, writer, signal } = options;
  if (columns.length === 0) return;
  if (columns.length > MAX_TABLE_COLUMNS) {
    for (const { cells } of rows)
      writer.paragraph(cells.map(({ column, text }) => withName(names.get(column), text)).join("\n"));
    return;
  }
  const header = columns.map((column) => names.get(column) ?? "");
  for (let at = 0; at < Math.max(1, rows.length); at += ROWS_WITH_ONE_HEADER) {
    const part = rows.slice(at, at + ROWS_WITH_ONE_HEADER);
    for (const table of writeRows(
      header,
      part.map((row) => texts(row, columns)),
    ))
      writer.block(table);
    if (at % PAUSE_AFTER === PAUSE_AFTER - ROWS_WITH_ONE_HEADER) await pause(signal);
  }
}

function texts({ cells }: SheetRow, columns: readonly number[]): readonly string[] {
  const byColumn = new Map(cells.map(({ column, text }) => [column, text]));
  return columns.map((column) => byColumn.get(column) ?? "");
}

function withName(name: string | undefined, text: string): string {
  return name ? `${name}: ${text}` : text;
}
