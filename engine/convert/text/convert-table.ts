import Papa from "papaparse";
import type { ConvertedText } from "../../model/document";

/** The line above the table by which Excel is told the separator. */
const SEPARATOR = /^"?sep=([^\n])"?\n/i;

/**
 * Converts rows to blocks of `column: value` lines, so that a search finds a row together with the names of its
 * columns. The first row names the columns; a table without such a row stays as it is.
 */
export function convertTable(text: string): ConvertedText {
  const table: { names?: readonly string[]; unclosedQuotes?: true; readonly blocks: string[] } = {
    blocks: [],
  };
  const [mark = "", delimiter] = SEPARATOR.exec(text) ?? [];
  Papa.parse<string[]>(text.slice(mark.length), {
    ...(delimiter !== undefined && { delimiter }),
    skipEmptyLines: "greedy",
    step({ data, errors }) {
      if (errors.some((error) => error.type === "Quotes")) table.unclosedQuotes = true;
      if (table.names) table.blocks.push(formatRow(table.names, data));
      else table.names = data.map((name, column) => name.trim() || columnName(column));
    },
  });
  const { names, unclosedQuotes, blocks } = table;
  if (!names || blocks.length === 0 || !isHeader(names)) return { text, format: "plain" };
  const note = "A quote in the table is never closed; rows after it may be read wrongly";
  return { text: blocks.join("\n\n"), format: "plain", ...(unclosedQuotes && { note }) };
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
