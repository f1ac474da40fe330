import type { PdfRow } from "../page/join-rows";
import { medianOf } from "../text/median-of";
import type { Region } from "./classify-region";

/** In font sizes: lines of one cell. */
const MAX_LINE_PITCH = 1.5;
/** Lines of one cell are nearer to each other than rows by this factor. */
const MAX_PITCH_SHARE = 0.8;

/** A table with the lines at its edges that have text in some columns only: the rest of a cell, or of a name. */
export function extendTable(rows: readonly PdfRow[], region: Region): Region {
  const pitch = medianOf(region.rows.slice(1).map((row, at) => row.y - (region.rows[at]?.y ?? row.y)));
  const options = { region, pitch };
  let { first, last } = region;
  while (isPartOf(rows[first - 1], rows[first], options)) first--;
  while (isPartOf(rows[last + 1], rows[last], options)) last++;
  return { ...region, rows: rows.slice(first, last + 1), first, last };
}

function isPartOf(
  row: PdfRow | undefined,
  beside: PdfRow | undefined,
  { region: { gutters }, pitch }: { readonly region: Region; readonly pitch: number },
): boolean {
  if (!row || !beside) return false;
  const away = Math.abs(row.y - beside.y);
  if (away > row.size * MAX_LINE_PITCH || Math.abs(row.size - beside.size) > beside.size * 0.15) return false;
  const crosses = row.fragments.some(({ x, right }) =>
    gutters.some((gutter) => x < gutter.left && right > gutter.right),
  );
  const left = gutters[0]?.left ?? 0;
  const isBehindFirst = row.fragments.every(({ x }) => x > left);
  return !crosses && (isBehindFirst || away < pitch * MAX_PITCH_SHARE);
}
