/** A cell at one place of a table's grid. */
export interface TableCell {
  readonly node: Element;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** True where the cell only reaches to from a row above or a column before. */
  readonly isRepeated: boolean;
}

/** Larger spans are mistakes, or a page that means harm. */
const MAX_COLUMNS = 100;
const MAX_ROW_SPAN = 1_000;
const MAX_CELLS = 50_000;

/** A cell that reaches down, by its column, with the number of rows below that it still spans. */
type OpenCells = Map<number, { readonly cell: TableCell; rows: number }>;

/**
 * The cells of a table by row and column, each at every place that it spans. Undefined for a table without cells or with
 * too many.
 */
export function cellGrid(table: Element): TableCell[][] | undefined {
  const open: OpenCells = new Map();
  const grid: TableCell[][] = [];
  let count = 0;
  for (const tr of table.querySelectorAll("tr")) {
    const row = readRow(tr, open);
    count += row.length;
    if (count > MAX_CELLS) return undefined;
    if (row.length > 0) grid.push(row);
  }
  return grid.length > 0 ? grid : undefined;
}

function readRow(tr: Element, open: OpenCells): TableCell[] {
  const row: TableCell[] = [];
  fillOpen(row, open);
  for (const node of tr.children) {
    if (node.nodeName !== "TD" && node.nodeName !== "TH") continue;
    const rowSpan = spanOf(node, "rowspan", MAX_ROW_SPAN);
    const colSpan = spanOf(node, "colspan", MAX_COLUMNS);
    for (let at = 0; at < colSpan && row.length < MAX_COLUMNS; at++) {
      const cell = { node, rowSpan, colSpan, isRepeated: at > 0 };
      if (rowSpan > 1) open.set(row.length, { cell: { ...cell, isRepeated: true }, rows: rowSpan - 1 });
      row.push(cell);
    }
    fillOpen(row, open);
  }
  return row;
}

/** Places the cells that reach down into the next columns of a row. */
function fillOpen(row: TableCell[], open: OpenCells): void {
  for (let above = open.get(row.length); above && row.length < MAX_COLUMNS; above = open.get(row.length)) {
    above.rows--;
    if (above.rows === 0) open.delete(row.length);
    row.push(above.cell);
  }
}

function spanOf(node: Element, attribute: string, limit: number): number {
  const span = Number.parseInt(node.getAttribute(attribute) ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(1, span), limit);
}
