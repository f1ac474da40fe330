import Papa from "papaparse";
import type { ConvertedText } from "../model/document";

/**
 * Rows as blocks of `column: value` lines, so that a search finds a row together with the names of its
 * columns. The first row names the columns.
 */
export function convertTable(text: string): ConvertedText {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  const [header = [], ...rows] = data;
  if (header.length < 2 || rows.length === 0) return { text, format: "plain" };
  const names = header.map((name, column) => name.trim() || `Column ${column + 1}`);
  const blocks = rows.map((row) => rowBlock(names, row));
  const broken = errors.filter((error) => error.type === "Quotes").length;
  return {
    text: blocks.join("\n\n"),
    format: "plain",
    ...(broken > 0 && { note: "Some rows hold quotes that are not closed and may be read wrongly" }),
  };
}

function rowBlock(names: readonly string[], row: readonly string[]): string {
  const lines: string[] = [];
  row.forEach((value, column) => {
    const shown = value.trim();
    if (shown) lines.push(`${names[column] ?? `Column ${column + 1}`}: ${shown}`);
  });
  return lines.join("\n");
}
