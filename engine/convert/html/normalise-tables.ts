import { cellGrid, type TableCell } from "./cell-grid";
import { isLayoutTable } from "./is-layout-table";

const MAX_HEADER_ROWS = 3;
/** A longer cell in the second of two columns is a value, not the name of a column. */
const MAX_NAME_CHARACTERS = 40;

/**
 * Gives every table of data one row of column names and a cell of its own for each column, as Markdown needs them: cells
 * that span rows or columns are repeated, several header rows become one, a row over the whole width at the top becomes
 * the caption, and names beside their values get an empty header.
 */
export function normaliseTables(root: Element): void {
  for (const table of root.querySelectorAll("table")) {
    if (isLayoutTable(table)) continue;
    for (const inner of table.querySelectorAll("table")) inner.replaceWith(` ${wordsOfTable(inner)} `);
    normaliseTable(table);
  }
}

function normaliseTable(table: Element): void {
  const grid = cellGrid(table);
  if (!grid) return;
  const captions = takeCaptions(grid);
  const headerRows = countHeaderRows(grid);
  const header = headerRows > 0 ? mergeHeader(grid.slice(0, headerRows)) : (grid[0] ?? []).map(() => "");
  rebuild(table, { captions, header, body: grid.slice(headerRows) });
}

type Row = readonly TableCell[];

/** Leading rows of one cell over the whole width. */
function takeCaptions(grid: Row[]): readonly string[] {
  const captions: string[] = [];
  while (grid.length > 1 && isFullWidth(grid[0] ?? [])) captions.push(words(grid.shift()?.[0]));
  return captions.filter((caption) => caption !== "");
}

function isFullWidth(row: Row): boolean {
  return row.length > 1 && row.every(({ node }) => node === row[0]?.node);
}

function countHeaderRows(grid: readonly Row[]): number {
  const inHead = grid.findIndex((row) => row.some(({ node }) => !node.closest("thead")));
  const allHeads = grid.findIndex((row) => row.some(({ node }) => node.nodeName !== "TH"));
  const heads = Math.max(inHead, allHeads);
  if (heads > 0) return Math.min(heads, MAX_HEADER_ROWS);
  if (isHeaderless(grid)) return 0;
  return Math.min(spannedRows(grid), MAX_HEADER_ROWS, Math.max(1, grid.length - 1));
}

/** Names of columns that span several rows, or columns with names of their own below. */
function spannedRows([first = [], second = []]: readonly Row[]): number {
  const hasGroups = first.some(({ colSpan }) => colSpan > 1);
  const rows = hasGroups ? Math.max(1, ...first.map(({ rowSpan }) => rowSpan)) : 1;
  return rows === 1 && hasGroups && words(second[0]) === "" ? 2 : rows;
}

/** Names stand beside their values: as header cells, or with a value in the first row. */
function isHeaderless(grid: readonly Row[]): boolean {
  const isName = ({ node }: TableCell) => node.nodeName === "TH";
  if (grid.every(([name, ...values]) => name && isName(name) && values.length > 0 && !values.some(isName)))
    return true;
  const [first = []] = grid;
  if (first.length !== 2 || first.some(isName)) return false;
  const value = words(first[1]);
  return /\d/.test(value) || value.length > MAX_NAME_CHARACTERS;
}

function mergeHeader(rows: readonly Row[]): readonly string[] {
  const [first = []] = rows;
  return first.map((_, column) => {
    const names = rows.map((row) => words(row[column])).filter((name) => name !== "");
    return [...new Set(names)].join(" ");
  });
}

interface NormalTable {
  readonly captions: readonly string[];
  readonly header: readonly string[];
  readonly body: readonly Row[];
}

function rebuild(table: Element, { captions, header, body }: NormalTable): void {
  const page = table.ownerDocument;
  const create = (name: string, content: string) => {
    const element = page.createElement(name);
    element.textContent = content;
    return element;
  };
  const head = page.createElement("tr");
  for (const name of header) head.append(create("th", name));
  const rows = body.map((cells) => {
    const row = page.createElement("tr");
    for (const [column, { node, isRepeated }] of cells.entries()) {
      // A row over the whole width names the rows below it once.
      if (column > 0 && isFullWidth(cells)) row.append(create("td", ""));
      else row.append(isRepeated ? node.cloneNode(true) : node);
    }
    return row;
  });
  const caption = [table.querySelector("caption")?.textContent?.trim() ?? "", ...captions]
    .filter(Boolean)
    .join(" · ");
  table.replaceChildren(...(caption === "" ? [] : [create("caption", caption)]), head, ...rows);
}

function words(cell: TableCell | undefined): string {
  return (cell?.node.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** "Monday 9–17; Tuesday 10–18" for a table inside a cell. */
function wordsOfTable(table: Element): string {
  return [...table.querySelectorAll("tr")]
    .map((row) =>
      [...row.querySelectorAll("td, th")].map((cell) => (cell.textContent ?? "").trim()).join(" "),
    )
    .join("; ");
}
