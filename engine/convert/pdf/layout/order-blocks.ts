import type { PdfFragment, PdfRow } from "../page/join-rows";
import { directionOf } from "../text/bidi";
import { classifyRegion, isJustifiedText, type Region } from "./classify-region";
import { extendTable } from "./extend-table";
import { findGutters, type Gutter } from "./find-gutters";
import { lineOfRow } from "./line-of-row";
import type { PdfBlock } from "./pdf-block";
import { readTable } from "./read-table";

/** Columns within columns within columns. */
const MAX_DEPTH = 6;
/** A page with more rows is a drawing; finding its gutters takes quadratic time. */
const MAX_ROWS = 500;
/** Gutters of so many of the rows of the best one are certain. */
const STRONG_SHARE = 0.6;
/** In font sizes: a part of a column goes on below its neighbours. */
const MAX_LINE_PITCH = 2;

/**
 * The blocks of a page in reading order: what stands above columns, the columns one after the other, what stands below.
 * Rows that are side by side without being columns or a table are read across.
 */
export function orderBlocks(rows: readonly PdfRow[], depth = 0): PdfBlock[] {
  if (rows.length === 0) return [];
  const gutters = depth < MAX_DEPTH && rows.length <= MAX_ROWS ? findGutters(rows) : [];
  for (const gutter of gutters) {
    const found = findRegion(gutter, gutters, rows);
    if (!found || found.kind.type === "none") continue;
    const { region, kind } = found;
    if (kind.type === "table") {
      const table = extendTable(rows, region);
      const below = orderBlocks(rows.slice(table.last + 1), depth);
      return [...orderBlocks(rows.slice(0, table.first), depth), readTable(table), ...below];
    }
    const above = orderBlocks(rows.slice(0, region.first), depth);
    const last = lastRowOfColumns(rows, region);
    const columns = splitRows(rows.slice(region.first, last + 1), kind.cuts);
    const isRightToLeft = directionOf(columns.map(textOf).join(" ")) === "rtl";
    const ordered = isRightToLeft ? columns.reverse() : columns;
    const below = orderBlocks(rows.slice(last + 1), depth);
    return [...above, ...ordered.flatMap((column) => orderBlocks(column, depth + 1)), ...below];
  }
  return [{ kind: "lines", lines: rows.map((row) => lineOfRow(row)) }];
}

function textOf(rows: readonly PdfRow[]): string {
  return rows.map(({ fragments }) => fragments.map(({ text }) => text).join(" ")).join(" ");
}

/** A gutter with those beside it; those of few rows may be gaps in the text of a column. */
function findRegion(gutter: Gutter, gutters: readonly Gutter[], rows: readonly PdfRow[]) {
  const beside = gutters.filter((other) => isBeside(other, gutter));
  const strong = beside.filter(({ support }) => support >= gutter.support * STRONG_SHARE);
  const [all, certain, single] = [beside, strong, [gutter]].map((chosen) => {
    const region = regionOf(chosen, rows);
    return { region, kind: classifyRegion(region, rows) };
  });
  if (single?.kind.type === "columns" && isJustifiedText(single.region)) return single;
  if (certain?.kind.type === "columns") return certain;
  return [all, certain, single].find((found) => found && found.kind.type !== "none");
}

/** Whether a gutter stands beside another one for at least half of its rows. */
function isBeside(other: Gutter, gutter: Gutter): boolean {
  const shared = Math.min(gutter.last, other.last) - Math.max(gutter.first, other.first) + 1;
  return other === gutter || shared * 2 >= other.last - other.first + 1;
}

function regionOf(beside: readonly Gutter[], rows: readonly PdfRow[]): Region {
  const first = Math.min(...beside.map((other) => other.first));
  const last = Math.max(...beside.map((other) => other.last));
  const sorted = [...beside].sort((a, b) => a.left - b.left);
  return { rows: rows.slice(first, last + 1), first, last, gutters: sorted };
}

/** The longest column goes on, line by line, where the others end. */
function lastRowOfColumns(rows: readonly PdfRow[], { last, gutters }: Region): number {
  let end = last;
  for (let at = last + 1; at < rows.length; at++) {
    const [row, before] = [rows[at], rows[at - 1]];
    if (!row || !before) break;
    const crosses = row.fragments.some((fragment) => gutters.some((gutter) => isAcross(fragment, gutter)));
    if (crosses || row.y - before.y > row.size * MAX_LINE_PITCH) break;
    if (Math.abs(row.size - before.size) > before.size * 0.15) break;
    end = at;
  }
  return end;
}

function isAcross({ x, right }: PdfFragment, gutter: Gutter): boolean {
  return x < gutter.left && right > gutter.right;
}

/** The rows of each column. What crosses a cut belongs to the column that it begins in. */
function splitRows(rows: readonly PdfRow[], cuts: readonly number[]): PdfRow[][] {
  const columns: PdfRow[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const row of rows) {
    for (const [column, kept] of columns.entries()) {
      const from = cuts[column - 1] ?? Number.NEGATIVE_INFINITY;
      const to = cuts[column] ?? Number.POSITIVE_INFINITY;
      const fragments = row.fragments.filter(({ x }) => x >= from && x < to);
      const [first] = fragments;
      if (first) kept.push({ y: first.y, size: first.size, fragments });
    }
  }
  return columns.map((column) => column.sort((a, b) => a.y - b.y));
}
