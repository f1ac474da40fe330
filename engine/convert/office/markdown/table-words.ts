import type { TableCell } from "./table-grid";

/** "Monday 9–17; Tuesday 10–18" for a table within a cell. */
export function tableWords(rows: readonly (readonly TableCell[])[]): string {
  return rows
    .map((cells) =>
      cells
        .map(({ text }) => text.trim())
        .filter(Boolean)
        .join(" "),
    )
    .filter(Boolean)
    .join("; ");
}
