import { type GridRow, type TableCell, tableGrid } from "./table-grid";

export interface WriteTableOptions {
  /** How many rows the file marks as names of columns; where it marks none, they are found. */
  readonly headerRows?: number;
}

const MAX_HEADER_ROWS = 3;
/** A longer cell in the second of two columns is a value, not the name of a column. */
const MAX_NAME_CHARACTERS = 40;
/**
 * The names of the columns are repeated after so many rows, so that each passage of a long table has the words that it
 * is searched by.
 */
export const ROWS_WITH_ONE_HEADER = 25;

/**
 * A Markdown table with one row of column names: cells that span rows or columns are repeated, several header rows
 * become one, a row over the whole width at the top becomes a paragraph above, and names beside their values get an
 * empty header. The rules are those for tables of web pages (`html/normalise-tables.ts`). "" for a table without words.
 */
export function writeTable(rows: readonly (readonly TableCell[])[], options: WriteTableOptions = {}): string {
  const grid = withoutEmptyColumns(tableGrid(rows).filter((row) => row.some(({ text }) => text !== "")));
  const captions: string[] = [];
  while (grid.length > 1 && isFullWidth(grid[0] ?? [])) captions.push(grid.shift()?.[0]?.text ?? "");
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return "";
  if (width === 1) return [...captions, ...grid.map(([cell]) => cell?.text ?? "")].join("\n\n");
  const marked = Math.min(Math.max(0, (options.headerRows ?? 0) - captions.length), grid.length - 1);
  // Files often mark only the first of several rows of names.
  const found = marked > 0 ? Math.max(marked, spannedRows(grid)) : countHeaderRows(grid);
  const headerRows = Math.min(found, MAX_HEADER_ROWS, Math.max(1, grid.length - 1));
  const header = mergeHeader(grid.slice(0, headerRows), width);
  const body = grid.slice(headerRows).map((row) => rowTexts(row, width));
  return [...captions, ...writeRows(header, body)].join("\n\n");
}

/** Tables with these columns; several for many rows. */
export function writeRows(header: readonly string[], body: readonly (readonly string[])[]): string[] {
  const head = [line(header), `|${" --- |".repeat(header.length)}`];
  const tables: string[] = [];
  for (let at = 0; at < Math.max(1, body.length); at += ROWS_WITH_ONE_HEADER) {
    const rows = body.slice(at, at + ROWS_WITH_ONE_HEADER);
    tables.push([...head, ...rows.map(line)].join("\n"));
  }
  return tables;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
}

function withoutEmptyColumns(grid: GridRow[]): GridRow[] {
  const used = new Set(grid.flatMap((row) => [...row.keys()].filter((column) => row[column]?.text !== "")));
  return grid.map((row) => row.filter((_, column) => used.has(column)));
}

function isFullWidth(row: GridRow): boolean {
  return row.length > 1 && row.every(({ cell }) => cell === row[0]?.cell);
}

function countHeaderRows(grid: readonly GridRow[]): number {
  if (isHeaderless(grid)) return 0;
  return Math.min(spannedRows(grid), Math.max(1, grid.length - 1));
}

/** Names of columns that span several rows, or columns with names of their own below. */
function spannedRows([first = [], second = []]: readonly GridRow[]): number {
  const hasGroups = first.some(({ cell }) => (cell.colSpan ?? 1) > 1);
  const rows = hasGroups ? Math.max(1, ...first.map(({ cell }) => cell.rowSpan ?? 1)) : 1;
  return rows === 1 && hasGroups && (second[0]?.text ?? "") === "" ? 2 : rows;
}

/** Names stand beside their values. */
function isHeaderless([first = [], ...others]: readonly GridRow[]): boolean {
  if (first.length !== 2 || others.some((row) => row.length !== 2)) return false;
  const value = first[1]?.text ?? "";
  return /\d/.test(value) || value.length > MAX_NAME_CHARACTERS;
}

function mergeHeader(rows: readonly GridRow[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) => {
    const names = rows.map((row) => row[column]?.text ?? "").filter((name) => name !== "");
    return [...new Set(names)].join(" ");
  });
}

/** A row over the whole width names the rows below it once. */
function rowTexts(row: GridRow, width: number): readonly string[] {
  const isSection = isFullWidth(row);
  return Array.from({ length: width }, (_, column) =>
    column > 0 && isSection ? "" : (row[column]?.text ?? ""),
  );
}
