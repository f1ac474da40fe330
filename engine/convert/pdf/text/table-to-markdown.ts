import { escapeInline } from "./escape-line";

/** A Markdown table; the names of its columns are empty where the first row has values. */
export function tableToMarkdown(rows: readonly (readonly string[])[], hasHeader: boolean): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const header = hasHeader ? (rows[0] ?? []) : Array.from({ length: columns }, () => "");
  const body = hasHeader ? rows.slice(1) : rows;
  return [toRow(header), `|${" --- |".repeat(columns)}`, ...body.map(toRow)].join("\n");
}

function toRow(cells: readonly string[]): string {
  return `|${cells.map((cell) => ` ${escapeInline(cell).replaceAll("|", "\\|")} |`).join("")}`;
}
