import type { TableLine } from "./table-line";

/** In font sizes: lines that are further apart are never one row. */
const MAX_LINE_PITCH = 1.6;
/** In font sizes: lines that are nearer belong to cells that are centred beside each other. */
const MIN_LINE_PITCH = 0.95;
/** The gap between rows is larger than the one within them by this factor. */
const MIN_ROW_PITCH_FACTOR = 1.2;
/** Share of its column's width from which on a cell may go on in the next line. */
const MIN_FULL_CELL = 0.6;

/** The lines of each row of a table: cells may have several lines, also centred beside each other. */
export function groupTableLines(lines: readonly TableLine[], headerLines: number): TableLine[][] {
  const header = lines.slice(0, headerLines);
  const body = lines.slice(headerLines);
  const groups = groupsByPitch(body) ?? groupsByContent(body);
  return [...headerGroups(header), ...groups];
}

function headerGroups(lines: readonly TableLine[]): TableLine[][] {
  const [first, ...others] = lines;
  if (!first) return [];
  return first.spanned.size > 0 && others.length > 0 ? [[first], others] : [[...lines]];
}

/** Undefined where all lines are equally far apart, or where the groups hold several rows. */
function groupsByPitch(lines: readonly TableLine[]): TableLine[][] | undefined {
  const pitches = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? line.y));
  const sorted = [...pitches].sort((a, b) => a - b);
  const jump = sorted.findIndex(
    (pitch, at) => at > 0 && pitch > (sorted[at - 1] ?? pitch) * MIN_ROW_PITCH_FACTOR,
  );
  const limit = sorted[jump];
  if (jump < 0 || limit === undefined) return undefined;
  const groups: TableLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const last = groups.at(-1);
    const pitch = pitches[at - 1] ?? Number.POSITIVE_INFINITY;
    if (last && pitch < limit && pitch <= line.size * MAX_LINE_PITCH) last.push(line);
    else groups.push([line]);
  }
  return groups.some(holdsRows) ? undefined : groups;
}

/** Several lines with all cells are rows, unless they stand so near that they must be lines of cells. */
function holdsRows(group: readonly TableLine[]): boolean {
  const isTight = group.some((line, at) => {
    const above = group[at - 1];
    return above !== undefined && line.y - above.y < line.size * MIN_LINE_PITCH;
  });
  return !isTight && group.filter(({ cells }) => cells.every((cell) => cell.length > 0)).length > 1;
}

function groupsByContent(lines: readonly TableLine[]): TableLine[][] {
  const groups: TableLine[][] = [];
  const widths = columnWidths(lines);
  for (const line of lines) {
    const last = groups.at(-1);
    const above = last?.at(-1);
    if (last && above && continues(line, { above, row: last, widths })) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

interface Row {
  readonly above: TableLine;
  readonly row: readonly TableLine[];
  readonly widths: readonly number[];
}

/** A line of few cells goes on with cells of the row above it that are nearly full. */
function continues({ y, size, cells }: TableLine, { above, row, widths }: Row): boolean {
  if (y - above.y > size * MAX_LINE_PITCH) return false;
  const filled = cells.flatMap((cell, column) => (cell.length > 0 ? [column] : []));
  if (filled.length * 2 > cells.length || row.length === 0) return false;
  return filled.every((column) => cellWidth(above, column) >= (widths[column] ?? 0) * MIN_FULL_CELL);
}

function columnWidths(lines: readonly TableLine[]): number[] {
  const [first] = lines;
  return (first?.cells ?? []).map((_, column) => Math.max(...lines.map((line) => cellWidth(line, column))));
}

/** 0 for an empty cell, which nothing continues. */
function cellWidth({ cells }: TableLine, column: number): number {
  const cell = cells[column] ?? [];
  const [first, last] = [cell[0], cell.at(-1)];
  return first && last ? last.right - first.x : Number.NEGATIVE_INFINITY;
}
