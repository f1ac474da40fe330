import { formatTable } from "../../bench/report/format-table";
import type { SoakReport } from "./claim";

/** The report for a person. */
export function printReport(reports: readonly SoakReport[]): string {
  return reports.map(printOne).join("\n");
}

function printOne({ where, figures, claims }: SoakReport): string {
  const facts = Object.entries(figures).map(([name, value]) => `${name} ${value.toLocaleString("en")}`);
  const rows = claims.map(({ what, measured, promised, kept }) => [
    what,
    measured,
    promised,
    kept ? "kept" : "BROKEN",
  ]);
  const table = formatTable(["promise", "measured", "promised", ""], rows);
  return `${where}: ${facts.join(", ")}\n\n${table}\n`;
}
