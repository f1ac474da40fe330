import { MAX_SHEET_CELLS, type Merge, type SheetCell, type SheetRow, type SheetRows } from "./sheet";

/**
 * Gives every place of a merged range the range's value, as a reader understands it. A range that is alone in its row
 * is a title and stays one cell.
 */
export function fillMerged(rows: SheetRows, merges: readonly Merge[]): SheetRows {
  if (merges.length === 0) return rows;
  const added = new Map<number, SheetCell[]>();
  const positions = new Map(rows.map((row, position) => [row.index, position]));
  const lastColumn = rows.reduce((last, { cells }) => Math.max(last, cells.at(-1)?.column ?? 0), 0);
  let filled = 0;
  for (const merge of merges) {
    const position = positions.get(merge.top);
    const first = position === undefined ? undefined : rows[position];
    const cell = first?.cells.find(({ column }) => column === merge.left);
    if (position === undefined || !first || !cell || isTitle(first, merge)) continue;
    const right = Math.min(merge.right, lastColumn);
    for (let at = position; (rows[at]?.index ?? Number.POSITIVE_INFINITY) <= merge.bottom; at++) {
      filled += right - merge.left + 1;
      if (filled > MAX_SHEET_CELLS) return withCells(rows, added);
      added.set(at, [...(added.get(at) ?? []), ...copies(cell, right)]);
    }
  }
  return withCells(rows, added);
}

function copies(cell: SheetCell, right: number): readonly SheetCell[] {
  return Array.from({ length: right - cell.column + 1 }, (_, at) => ({ ...cell, column: cell.column + at }));
}

function isTitle({ cells }: SheetRow, { top, bottom, left, right }: Merge): boolean {
  return top === bottom && right > left && cells.length === 1;
}

function withCells(rows: SheetRows, added: ReadonlyMap<number, readonly SheetCell[]>): SheetRows {
  return rows.map((row, position) => {
    const cells = added.get(position);
    if (!cells) return row;
    const byColumn = new Map([...cells, ...row.cells].map((cell) => [cell.column, cell]));
    return { ...row, cells: [...byColumn.values()].sort((a, b) => a.column - b.column) };
  });
}
