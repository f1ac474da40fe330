import { joinRuns, type PdfFragment, type PdfRow } from "../page/join-rows";
import { directionOf, toReadingOrder } from "../text/bidi";
import { cleanText } from "../text/clean-text";
import { medianOf } from "../text/median-of";
import type { Region } from "./classify-region";
import { groupTableLines } from "./group-table-lines";
import type { PdfBlock } from "./pdf-block";
import type { TableLine } from "./table-line";

const MAX_HEADER_ROWS = 3;
/** A longer first value of two columns is a value, not the name of a column. */
const MAX_NAME_CHARACTERS = 40;

export function readTable(region: Region): PdfBlock {
  const lines = region.rows.map((row) => toLine(row, region));
  const groups = groupTableLines(lines, headerLines(lines));
  const rows = groups.map((group) => (lines[0] ? textRow(group, lines[0].cells.length) : []));
  const merged = mergeHeader(rows, groups);
  const isRightToLeft = directionOf(merged.flat().join(" ")) === "rtl";
  const ordered = isRightToLeft ? merged.map((row) => [...row].reverse()) : merged;
  const size = medianOf(lines.map((line) => line.size));
  return { kind: "table", rows: ordered, hasHeader: hasHeader(ordered), size };
}

function toLine({ y, size, fragments }: PdfRow, { gutters }: Region): TableLine {
  const cells: PdfFragment[][] = Array.from({ length: gutters.length + 1 }, () => []);
  const spanned = new Set<number>();
  const columnAt = (x: number) => gutters.filter(({ left, right }) => (left + right) / 2 < x).length;
  for (const fragment of fragments) {
    const [first, last] = [columnAt(fragment.x), columnAt(fragment.right)];
    cells[first]?.push(fragment);
    for (let column = first + 1; column <= last; column++) spanned.add(column);
  }
  const longest = fragments.reduce((most, one) => (one.text.length > most.text.length ? one : most));
  return { y, size, font: longest.font, cells, spanned };
}

/** Leading lines in a font of their own are the names of columns; otherwise the first line is. */
function headerLines(lines: readonly TableLine[]): number {
  const font = lines[0]?.font;
  const end = lines.findIndex((line) => line.font !== font);
  const isOwnFont = end > 0 && end <= MAX_HEADER_ROWS && lines.slice(end).every((line) => line.font !== font);
  return isOwnFont ? end : 0;
}

function textRow(lines: readonly TableLine[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) =>
    lines
      .map(({ cells }) => cellText(cells[column] ?? []))
      .filter((text) => text !== "")
      .join(" ")
      .replace(/(?<=\p{Ll})[-\u00ad\u2010] (?=\p{Ll})/gu, ""),
  );
}

function cellText(fragments: readonly PdfFragment[]): string {
  return cleanText(toReadingOrder(joinRuns(fragments)));
}

/** A name over several columns belongs to each of them: "Summer per night", "Summer per week". */
function mergeHeader(rows: string[][], groups: readonly (readonly TableLine[])[]): string[][] {
  const [first, second, ...rest] = rows;
  const spanned = groups[0]?.[0]?.spanned;
  if (!first || !second || !spanned || spanned.size === 0 || rest.length === 0 || second.some(hasDigits))
    return rows;
  let name = "";
  const merged = second.map((text, column) => {
    name = spanned.has(column) ? name : (first[column] ?? "");
    return [name, text].filter(Boolean).join(" ");
  });
  return [merged, ...rest];
}

function hasDigits(text: string): boolean {
  return /\d/.test(text);
}

/** Two columns with a value in the first row are names beside their values, and so are cells that end in a colon. */
function hasHeader([first = [], ...others]: readonly (readonly string[])[]): boolean {
  if (others.length === 0 || first.some((text) => /[:：]$/.test(text))) return false;
  const [, value = ""] = first;
  if (first.length === 2) return !hasDigits(value) && value.length <= MAX_NAME_CHARACTERS;
  return first.slice(1).some((text) => text !== "" && !/^[\d\s.,:%€$£+–-]+$/.test(text));
}
