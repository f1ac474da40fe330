import Papa from "papaparse";
import type { ConvertedText } from "../../model/document";

/** The line above the table by which Excel is told the separator. */
const SEPARATOR = /^"?sep=([^\n])"?\n/i;

/** Rows that tell where the table begins. */
const MAX_HEAD_ROWS = 100;

/**
 * Converts rows to blocks of `column: value` lines, so that a search finds a row together with the names of its
 * columns. The first row names the columns, or the first as wide as most rows are, below lines about the table; a table
 * without such a row stays as it is.
 */
export function convertTable(text: string): ConvertedText {
  const rows = new TableRows();
  const [mark = "", delimiter] = SEPARATOR.exec(text) ?? [];
  let unclosedQuotes = 0;
  Papa.parse<string[]>(text.slice(mark.length), {
    ...(delimiter !== undefined && { delimiter }),
    skipEmptyLines: "greedy",
    step({ data, errors }) {
      unclosedQuotes += errors.filter((error) => error.type === "Quotes").length;
      rows.add(data);
    },
  });
  const blocks = rows.finish();
  if (blocks === undefined) return { text, format: "plain" };
  const note = "A quote in the table is never closed; rows after it may be read wrongly";
  return { text: blocks.join("\n\n"), format: "plain", ...(unclosedQuotes > 0 && { note }) };
}

/** Writes rows as they come; the first ones are kept until it is known where the table begins. */
class TableRows {
  readonly #head: (readonly string[])[] = [];
  readonly #blocks: string[] = [];
  #names: readonly string[] | undefined;

  add(row: readonly string[]): void {
    if (this.#names) this.#blocks.push(formatRow(this.#names, row));
    else if (this.#head.push(row) === MAX_HEAD_ROWS) this.#names = this.#begin();
  }

  /** Undefined where no row names the columns. */
  finish(): readonly string[] | undefined {
    const names = this.#names ?? this.#begin();
    return this.#blocks.length > 0 && isHeader(names) ? this.#blocks : undefined;
  }

  #begin(): readonly string[] {
    const start = headerRow(this.#head);
    const names = (this.#head[start] ?? []).map((name, column) => name.trim() || columnName(column));
    if (start > 0) this.#blocks.push(this.#head.slice(0, start).map(joinCells).join("\n"));
    for (const row of this.#head.slice(start + 1)) this.#blocks.push(formatRow(names, row));
    return names;
  }
}

/** Exports of banks and shops have a few short rows above the table: the account, the period. */
function headerRow(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(widthOf);
  const width = Math.max(
    ...widths.filter((one) => widths.filter((other) => other >= one).length * 2 > widths.length),
    0,
  );
  if ((widths[0] ?? 0) >= width) return 0;
  const start = widths.findIndex((one) => one >= width);
  const row = rows[start] ?? [];
  const isNames = row.slice(0, width).every((name) => /\p{L}/u.test(name)) && isHeader(row);
  return isNames && start + 1 < rows.length ? start : 0;
}

/** Without the empty cells at its end. */
function widthOf(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== "") + 1;
}

function joinCells(row: readonly string[]): string {
  return row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(" ");
}

/** Column names are words; a first row of numbers or of one cell is data. */
function isHeader(names: readonly string[]): boolean {
  return names.length > 1 && names.some((name) => /\p{L}/u.test(name) && !/^Column \d+$/.test(name));
}

function formatRow(names: readonly string[], row: readonly string[]): string {
  const lines: string[] = [];
  row.forEach((value, column) => {
    const shown = value.trim();
    if (shown) lines.push(`${names[column] ?? columnName(column)}: ${shown}`);
  });
  return lines.join("\n");
}

function columnName(column: number): string {
  return `Column ${column + 1}`;
}
