import type { SheetCell, SheetRow, SheetRows } from "./sheet";

/** Rows of a sheet that belong together: a table, or a few lines of text. */
export type SheetBlock = readonly SheetRow[];

/** Blocks between empty rows; tables beside each other, with an empty column between them, are blocks of their own. */
export function sheetBlocks(rows: SheetRows): readonly SheetBlock[] {
  const blocks: SheetRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && (last.at(-1)?.index ?? 0) + 1 === row.index) last.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) => splitColumns(block));
}

function splitColumns(block: SheetBlock): readonly SheetBlock[] {
  const groups = columnGroups(usedColumns(block));
  if (groups.length < 2) return [block];
  const parts = groups.map(([from, to]) =>
    block.flatMap((row) => {
      const cells = row.cells.filter(({ column }) => column >= from && column <= to);
      return cells.length > 0 ? [{ ...row, cells }] : [];
    }),
  );
  return parts.every(isTable) ? parts : [block];
}

/** A table of its own has names of columns over several rows. */
function isTable(rows: SheetBlock): boolean {
  const names = rows.find(({ cells }) => cells.length > 1);
  return names !== undefined && rows.length > 1 && names.cells.every(isName);
}

export function isName({ kind }: SheetCell): boolean {
  return kind !== "value";
}

/** A large sheet has a million cells: a set of their columns takes ten times as long. */
export function usedColumns(block: SheetBlock): readonly number[] {
  const isUsed: boolean[] = [];
  for (const { cells } of block) for (const { column } of cells) isUsed[column] = true;
  return [...isUsed.keys()].filter((column) => isUsed[column]);
}

function columnGroups(columns: readonly number[]): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && last[1] + 1 === column) last[1] = column;
    else groups.push([column, column]);
  }
  return groups;
}
