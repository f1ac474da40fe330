import type { PdfRun } from "./pdf-run";

/** Text without a wide gap within one row of a page; in visual order. */
export interface PdfFragment extends PdfRun {
  /** Whole runs, for the distribution of their fonts. */
  readonly runs: readonly PdfRun[];
}

/** The fragments at about the same height, from left to right. */
export interface PdfRow {
  readonly y: number;
  readonly size: number;
  readonly fragments: readonly PdfFragment[];
}

/** In font sizes: a raised or lowered run is within a row. */
const MAX_BASELINE_SHIFT = 0.55;
/** In font sizes: a wider gap begins a fragment. */
const FRAGMENT_GAP = 0.6;
/** In font sizes: a wider gap is a space. */
const WORD_GAP = 0.12;
/** In font sizes: the gap that a space in the file must have; pdf.js inserts some without any. */
const WRITTEN_WORD_GAP = 0.03;
/** In font sizes: text that is drawn again for a bold look. */
const MAX_COPY_SHIFT = 0.15;

/** Rows from top to bottom, whatever the order of the runs. */
export function joinRows(runs: readonly PdfRun[]): PdfRow[] {
  const rows: PdfRun[][] = [];
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const run of sorted) {
    const row = rows.slice(-3).findLast((candidate) => isInRow(run, candidate[0]));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.map(toRow);
}

function isInRow(run: PdfRun, first: PdfRun | undefined): boolean {
  return first !== undefined && run.y - first.y <= Math.min(run.size, first.size) * MAX_BASELINE_SHIFT;
}

function toRow(runs: readonly PdfRun[]): PdfRow {
  const fragments: PdfFragment[] = [];
  let open: PdfRun[] = [];
  for (const run of withoutCopies([...runs].sort((a, b) => a.x - b.x))) {
    const last = open.at(-1);
    const edge = Math.max(...open.map(({ right }) => right));
    if (last && run.x - edge > Math.max(last.size, run.size) * FRAGMENT_GAP) {
      fragments.push(toFragment(open));
      open = [];
    }
    open.push(run);
  }
  if (open.length > 0) fragments.push(toFragment(open));
  const largest = mainRun(runs);
  return { y: largest.y, size: largest.size, fragments };
}

function withoutCopies(runs: readonly PdfRun[]): PdfRun[] {
  const kept: PdfRun[] = [];
  for (const run of runs) {
    const shift = run.size * MAX_COPY_SHIFT;
    const isCopy = kept
      .slice(-4)
      .some(
        ({ text, x, y }) => text === run.text && Math.abs(x - run.x) < shift && Math.abs(y - run.y) < shift,
      );
    if (!isCopy) kept.push(run);
  }
  return kept;
}

function toFragment(runs: readonly PdfRun[]): PdfFragment {
  const { y, size, font } = mainRun(runs);
  const right = Math.max(...runs.map((run) => run.right));
  return { text: joinRuns(runs), x: runs[0]?.x ?? 0, right, y, size, font, runs };
}

/** The longest run decides on height and font: not a raised number, nor a symbol. */
function mainRun(runs: readonly PdfRun[]): PdfRun {
  const [first, ...others] = runs;
  if (!first) throw new RangeError("A row has no runs");
  return others.reduce((most, run) => (run.text.trim().length > most.text.trim().length ? run : most), first);
}

/** The text of neighbours in a row. */
export function joinRuns(runs: readonly PdfRun[]): string {
  let text = "";
  let right = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const gap = run.x - right;
    const isWritten = /^\s/.test(run.text) || /\s$/.test(text);
    const isSpace = gap > run.size * (isWritten ? WRITTEN_WORD_GAP : WORD_GAP);
    text = `${text.trimEnd()}${isSpace ? " " : ""}${run.text.trimStart()}`;
    right = Number.isFinite(right) ? Math.max(right, run.right) : run.right;
  }
  return text;
}
