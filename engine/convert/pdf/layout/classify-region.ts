import type { PdfFragment, PdfRow } from "../page/join-rows";
import { medianOf } from "../text/median-of";
import type { Gutter } from "./find-gutters";

/** Rows with gutters between their columns. */
export interface Region {
  readonly rows: readonly PdfRow[];
  /** The place of its rows in the page. */
  readonly first: number;
  readonly last: number;
  /** From left to right. */
  readonly gutters: readonly Gutter[];
}

export type RegionKind =
  | { readonly type: "none" }
  | { readonly type: "table" }
  /** Columns of running text, with the places where one ends and the next begins. */
  | { readonly type: "columns"; readonly cuts: readonly number[] };

/** Running text fills its column: share of the widest line that a full line has. */
const MIN_FULL_LINE = 0.7;
const MIN_FULL_LINES = 0.5;
const MIN_PROSE_LINES = 2;
const MIN_PROSE_WORDS = 3;
const MIN_PROSE_CHARACTERS = 16;
/** Of two lines more is needed. */
const MIN_PROSE_WORDS_OF_TWO = 5;
/** In font sizes: edges that differ by less are aligned. */
const MAX_EDGE_SHIFT = 0.4;
const MIN_ALIGNED = 0.6;
/** Share of the words of running text that are numbers. */
const MAX_NUMBERS = 0.2;
/** In font sizes: a gap between rows of a table is larger than one between lines. */
const MIN_BREAK = 1.5;
const MAX_LINE_PITCH = 1.6;
const MAX_JUSTIFIED_ROWS = 3;

/** Tells columns of running text from the columns of a table, and both from gaps that are below each other by chance. */
export function classifyRegion(region: Region, page: readonly PdfRow[]): RegionKind {
  const columns = columnsOf(region);
  if (columns.some((column) => column.length === 0) || !columns.every(isAligned)) return { type: "none" };
  const prose = columns.map(isProse);
  const cuts = region.gutters
    .filter((_, at) => prose[at] || prose[at + 1])
    .map(({ left, right }) => (left + right) / 2);
  if (prose.every(Boolean)) {
    return hasCommonBreaks(columns) ? { type: "table" } : { type: "columns", cuts };
  }
  if (prose.some(Boolean) && !isSideBySide(region, columns, prose) && !isInRows(columns, prose))
    return { type: "columns", cuts };
  return isTable(region, columns) && !isJustified(region, page) ? { type: "table" } : { type: "none" };
}

/** Both edges of every column are aligned, and it is words that stand between them. */
export function isJustifiedText(region: Region): boolean {
  return columnsOf(region).every((lines) => {
    const shift = MAX_EDGE_SHIFT * medianOf(lines.map(({ size }) => size));
    const aligned = MIN_ALIGNED * lines.length;
    const words = lines.flatMap(({ text }) => text.trim().split(/\s+/));
    return (
      largestCluster(
        lines.map(({ x }) => x),
        shift,
      ) >= aligned &&
      largestCluster(
        lines.map(({ right }) => right),
        shift,
      ) >= aligned &&
      words.length >= lines.length * MIN_PROSE_WORDS &&
      words.filter((word) => /\d/.test(word)).length <= words.length * MAX_NUMBERS
    );
  });
}

/** The fragments of each column; what crosses a gutter belongs to none. */
function columnsOf({ rows, gutters }: Region): PdfFragment[][] {
  const columns: PdfFragment[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const fragment of rows.flatMap(({ fragments }) => fragments)) {
    const crosses = gutters.some(({ left, right }) => fragment.x < left && fragment.right > right);
    const column = gutters.filter(({ left }) => fragment.x > left).length;
    if (!crosses) columns[column]?.push(fragment);
  }
  return columns.map(joinColumnLines);
}

/** Words with wide spaces between them are one line of their column. */
function joinColumnLines(fragments: readonly PdfFragment[]): PdfFragment[] {
  const lines: PdfFragment[] = [];
  for (const fragment of fragments) {
    const last = lines.at(-1);
    const isSameLine =
      last && Math.abs(last.y - fragment.y) < 0.5 * fragment.size && fragment.x >= last.right;
    if (last && isSameLine)
      lines[lines.length - 1] = { ...last, text: `${last.text} ${fragment.text}`, right: fragment.right };
    else lines.push(fragment);
  }
  return lines;
}

function isAligned(column: readonly PdfFragment[]): boolean {
  const edges = [
    column.map(({ x }) => x),
    column.map(({ right }) => right),
    column.map(({ x, right }) => (x + right) / 2),
  ];
  const shift = MAX_EDGE_SHIFT * medianOf(column.map(({ size }) => size));
  return edges.some((places) => largestCluster(places, shift) >= MIN_ALIGNED * places.length);
}

/** The most places that are within `width` of each other. */
function largestCluster(places: readonly number[], width: number): number {
  const sorted = [...places].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [at, place] of sorted.entries()) {
    while (place - (sorted[from] ?? place) > width) from++;
    most = Math.max(most, at - from + 1);
  }
  return most;
}

function isProse(lines: readonly PdfFragment[]): boolean {
  if (lines.length < MIN_PROSE_LINES) return false;
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x));
  const full = lines.filter(({ x, right }) => right - x >= width * MIN_FULL_LINE);
  const words = medianOf(full.map(({ text }) => text.trim().split(/\s+/).length));
  const characters = medianOf(full.map(({ text }) => text.length));
  return (
    full.length >= lines.length * MIN_FULL_LINES &&
    characters >= MIN_PROSE_CHARACTERS &&
    (words >= (lines.length > 2 ? MIN_PROSE_WORDS : MIN_PROSE_WORDS_OF_TWO) || isWithoutSpaces(full))
  );
}

/** Chinese, Japanese and Thai. */
function isWithoutSpaces(lines: readonly PdfFragment[]): boolean {
  const text = lines.map((line) => line.text).join("");
  const letters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);
  return (letters?.length ?? 0) * 2 > text.length;
}

/** Cells with several lines: the gaps between the rows are at the same height in all columns. */
function hasCommonBreaks(columns: readonly (readonly PdfFragment[])[]): boolean {
  const [first = [], ...others] = columns.map(breaksOf);
  const size = medianOf(columns.flatMap((column) => column.map((line) => line.size)));
  return (
    first.length >= 2 &&
    others.every(
      (breaks) =>
        breaks.length === first.length &&
        breaks.every((place, at) => Math.abs(place - (first[at] ?? place)) < size * MAX_EDGE_SHIFT),
    )
  );
}

/** Where lines begin after a gap. */
function breaksOf(lines: readonly PdfFragment[]): number[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && line.y - before.y > line.size * MIN_BREAK ? [line.y] : [];
  });
}

/** Cells that are centred beside several lines: each stands within the lines of one row. */
function isInRows(columns: readonly (readonly PdfFragment[])[], prose: readonly boolean[]): boolean {
  const others = columns.filter((_, at) => !prose[at]).flat();
  return columns.every((column, at) => {
    if (!prose[at]) return true;
    const starts = [Number.NEGATIVE_INFINITY, ...breaksOf(column), Number.POSITIVE_INFINITY];
    const groups = starts.slice(1).map((end, place) => {
      const lines = column.filter(({ y }) => y >= (starts[place] ?? 0) && y < end);
      return others.filter((cell) => isBeside(cell, lines)).length;
    });
    const inside = groups.reduce((sum, count) => sum + count, 0);
    return groups.length > 2 && groups.every((count) => count > 0) && inside === others.length;
  });
}

function isBeside({ y, size }: PdfFragment, lines: readonly PdfFragment[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  return y >= first.y - size * MAX_EDGE_SHIFT && y <= last.y + size * MAX_EDGE_SHIFT;
}

/** Whether the lines of columns of running text stand at the height of the other cells. */
function isSideBySide(
  { rows }: Region,
  columns: readonly (readonly PdfFragment[])[],
  prose: readonly boolean[],
): boolean {
  const others = columns.filter((_, at) => !prose[at]).flat();
  const heights = columns.filter((_, at) => prose[at]).flat();
  const level = others.filter(({ y, size }) => heights.some((line) => Math.abs(line.y - y) < size * 0.2));
  return level.length >= others.length * 0.8 && others.length >= Math.min(3, rows.length / 4);
}

/** A few rows between lines with the same edges are wide spaces in justified text. */
function isJustified({ rows, first, last }: Region, page: readonly PdfRow[]): boolean {
  if (rows.length > MAX_JUSTIFIED_ROWS) return false;
  const edge = rows[0];
  return [page[first - 1], page[last + 1]].some(
    (row) => row !== undefined && edge !== undefined && hasSameEdges(row, edge),
  );
}

function hasSameEdges(row: PdfRow, other: PdfRow): boolean {
  const shift = other.size * MAX_EDGE_SHIFT;
  return (
    Math.abs(row.y - other.y) <= other.size * MAX_LINE_PITCH * MAX_JUSTIFIED_ROWS &&
    Math.abs((row.fragments[0]?.x ?? 0) - (other.fragments[0]?.x ?? 0)) < shift &&
    Math.abs((row.fragments.at(-1)?.right ?? 0) - (other.fragments.at(-1)?.right ?? 0)) < shift
  );
}

/** Two rows are a table only with three columns, or a wide gap, since prose may have gaps below each other. */
function isTable({ gutters }: Region, columns: readonly (readonly PdfFragment[])[]): boolean {
  const support = Math.max(...gutters.map((gutter) => gutter.support));
  if (support >= 3 || columns.length > 2) return true;
  const size = medianOf(columns.flatMap((column) => column.map((cell) => cell.size)));
  return gutters.every(({ left, right }) => right - left > 2 * size);
}
