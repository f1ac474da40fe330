/** A cell as a file declares it; the places that it spans have no cells of their own. */
export interface TableCell {
  /** Markdown on one line or several. */
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** One place of a table: a cell that spans several is at each of them. */
export interface GridCell {
  readonly cell: TableCell;
  readonly text: string;
}

export type GridRow = readonly GridCell[];

/** Larger spans are mistakes, or a file that means harm. */
const MAX_COLUMNS = 200;
const MAX_ROW_SPAN = 5_000;

/** The cells of a table by row and column, each at every place that it spans. */
export function tableGrid(rows: readonly (readonly TableCell[])[]): GridRow[] {
  const open = new Map<number, { readonly cell: GridCell; rows: number }>();
  return rows.map((cells) => {
    const row: GridCell[] = [];
    const fillOpen = () => {
      for (let above = open.get(row.length); above; above = open.get(row.length)) {
        above.rows--;
        if (above.rows === 0) open.delete(row.length);
        row.push(above.cell);
      }
    };
    fillOpen();
    for (const cell of cells) {
      const text = cell.text.replace(/\s*\n\s*/g, " ").trim();
      const place = { cell, text };
      const below = Math.min(cell.rowSpan ?? 1, MAX_ROW_SPAN) - 1;
      for (let at = 0; at < Math.min(cell.colSpan ?? 1, MAX_COLUMNS) && row.length < MAX_COLUMNS; at++) {
        if (below > 0) open.set(row.length, { cell: place, rows: below });
        row.push(place);
      }
      fillOpen();
    }
    return row;
  });
}
