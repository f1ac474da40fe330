import { escapeMarkdown } from "../../text/escape-markdown";
import type { CitedPlace, Piece, TaskPart } from "../task";

/** A cell of a comparison: words with the place they come from, or nothing. */
export interface Cell {
  /** Markdown on one line. */
  readonly markdown: string;
  readonly place: CitedPlace;
}

export interface ComparisonRow {
  readonly label: string;
  readonly left: Cell | undefined;
  readonly right: Cell | undefined;
}

const EMPTY = "–";

/** Two things side by side as a Markdown table, each cell with its citation. */
export function writeTable(
  [left, right]: readonly [string, string],
  rows: readonly ComparisonRow[],
): readonly TaskPart[] {
  const head = `| | ${escapeCell(left)} | ${escapeCell(right)} |\n|---|---|---|`;
  return [[head], ...rows.map(toRow)];
}

function toRow({ label, left, right }: ComparisonRow): TaskPart {
  return [`\n| ${escapeCell(label)} | `, ...toCell(left), " | ", ...toCell(right), " |"];
}

function toCell(cell: Cell | undefined): readonly Piece[] {
  return cell ? [`${escapePipes(cell.markdown)} `, cell.place] : [EMPTY];
}

function escapeCell(text: string): string {
  return escapePipes(escapeMarkdown(text));
}

function escapePipes(markdown: string): string {
  return markdown.replace(/\s+/g, " ").replace(/\\?\|/g, "\\|");
}
