import type { TableCell } from "./table-grid";

/** A cell of formats that mark each place below a merged cell. */
export interface MarkedCell {
  readonly text: string;
  readonly colSpan?: number;
  /** The place belongs to the cell above it. */
  readonly continues?: boolean;
}

/** Cells with the number of rows that they span, without the places below them. */
export function mergeCellsDown(rows: readonly (readonly MarkedCell[])[]): readonly (readonly TableCell[])[] {
  const above = new Map<number, { text: string; colSpan: number; rowSpan: number }>();
  return rows.map((row) => {
    const cells: TableCell[] = [];
    let column = 0;
    for (const { text, colSpan = 1, continues } of row) {
      const origin = continues ? above.get(column) : undefined;
      if (origin) origin.rowSpan++;
      else {
        const cell = { text, colSpan, rowSpan: 1 };
        above.set(column, cell);
        cells.push(cell);
      }
      column += colSpan;
    }
    return cells;
  });
}
