import type { SheetRow } from "./sheet";
import { isName, type SheetBlock } from "./sheet-blocks";

const MAX_HEADER_ROWS = 3;

/** How many rows of a table, from its first one, name its columns. */
export function countHeaderRows(block: SheetBlock, spansColumns: (row: SheetRow) => boolean): number {
  const [first, second] = block;
  if (!first || !second || isForm(block) || !isHeaderRow(first, second)) return 0;
  let count = 1;
  while (count < MAX_HEADER_ROWS && count + 1 < block.length) {
    const [above, row, below] = [block[count - 1], block[count], block[count + 1]];
    if (!above || !row || !below || !spansColumns(above) || !isHeaderRow(row, below)) break;
    count++;
  }
  return count;
}

function isHeaderRow(row: SheetRow, below: SheetRow): boolean {
  if (!row.cells.every(isName)) return false;
  // Years and dates name columns only where what is below them is something else.
  const kinds = new Map(below.cells.map(({ column, kind }) => [column, kind]));
  const years = row.cells.filter(({ kind }) => kind === "name");
  return years.every(({ column }) => kinds.get(column) !== "name");
}

/** Rows that are looked at to tell a form from a table. */
const FORM_SAMPLE = 30;

/**
 * Two columns of which the first one names what is in the second: "Owner | Jane", "Depth | 7.5". The names look alike
 * and unlike the values, end with colons, or the values are of several kinds.
 */
export function isForm(block: SheetBlock): boolean {
  const rows = block.slice(0, FORM_SAMPLE);
  if (rows.some(({ cells }) => cells.length !== 2)) return false;
  if (rows.every(({ cells: [name] }) => /[:：]$/.test(name?.text ?? ""))) return true;
  const [first, ...others] = rows.map(({ cells }) => cells);
  const isStyled = first?.[0]?.style !== first?.[1]?.style;
  if (
    isStyled &&
    others.length > 0 &&
    others.every((cells) => cells.every(({ style }, at) => style === first?.[at]?.style))
  )
    return true;
  const kinds = new Set(others.map(([, value]) => value?.kind));
  return first?.[1]?.kind === "words" && kinds.size > 1 && kinds.has("words");
}
