import type { PdfFragment, PdfRow } from "../page/join-rows";

/** A stretch of white over several rows with text on both sides. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  /** First and last row with text on both sides. */
  readonly first: number;
  readonly last: number;
  /** Rows with text on both sides. */
  readonly support: number;
}

/** In font sizes. */
const MIN_GUTTER = 0.8;
/** In font sizes: no space between words is so wide. */
const MIN_CERTAIN_GUTTER = 2;
/** The spaces of a justified line are equal, up to rounding and the ends of sentences. */
const MAX_SPACE_RATIO = 1.35;
/** In font sizes: rows that are nearer stand side by side. */
const MAX_ROW_SHIFT = 0.95;
/** In font sizes: what stands further below is another part of the page. */
const MAX_ROW_GAP = 5;

/** Gutters of a part of a page, the one of most rows first; those that overlap a better one are left out. */
export function findGutters(rows: readonly PdfRow[]): Gutter[] {
  const found: Gutter[] = [];
  const seeds = rows.flatMap((row, at) => gapsAt(rows, at).map((gap) => ({ gap, at, size: row.size })));
  for (const { gap, at, size } of seeds) {
    const known = found.some(
      ({ left, right, first, last }) => left >= gap[0] && right <= gap[1] && first <= at && at <= last,
    );
    if (known) continue;
    const gutter = extend(rows, { gap, at, minWidth: size * MIN_GUTTER });
    if (gutter.support >= 2) found.push(gutter);
  }
  found.sort((a, b) => b.support - a.support || b.right - b.left - (a.right - a.left));
  return found.filter((gutter, at) => !found.slice(0, at).some((better) => isSame(gutter, better)));
}

function isSame(a: Gutter, b: Gutter): boolean {
  const overlapsAcross = a.left < b.right && b.left < a.right;
  return overlapsAcross && a.first <= b.last && b.first <= a.last;
}

type Gap = readonly [number, number];

/** The gaps to the right of each fragment of a row, up to the next one beside it. */
function gapsAt(rows: readonly PdfRow[], at: number): Gap[] {
  const row = rows[at];
  if (!row) return [];
  const beside = besideRow(rows, at).flatMap(({ fragments }) => fragments);
  return row.fragments.flatMap(({ right }): readonly Gap[] => {
    const next = Math.min(...beside.filter(({ x }) => x >= right - 0.5).map(({ x }) => x));
    const isGap = Number.isFinite(next) && next - right >= row.size * MIN_GUTTER;
    return isGap && !isWordSpace([right, next], row) ? [[right, next]] : [];
  });
}

/** In justified text the gap on the other side of a word is as wide. */
function isWordSpace([left, right]: Gap, { fragments, size }: PdfRow): boolean {
  const width = right - left;
  if (width >= size * MIN_CERTAIN_GUTTER) return false;
  const at = fragments.findIndex((fragment) => fragment.right === left);
  const gapAfter = (place: number) => (fragments[place + 1]?.x ?? left) - (fragments[place]?.right ?? left);
  const isWord = (place: number) => !/\s/.test(fragments[place]?.text.trim() ?? " ");
  const beside = [...(isWord(at) ? [gapAfter(at - 1)] : []), ...(isWord(at + 1) ? [gapAfter(at + 1)] : [])];
  return beside.some((gap) => gap > width / MAX_SPACE_RATIO && gap < width * MAX_SPACE_RATIO);
}

function besideRow(rows: readonly PdfRow[], at: number): PdfRow[] {
  const row = rows[at];
  if (!row) return [];
  return rows
    .slice(Math.max(0, at - 2), at + 3)
    .filter(({ y }) => Math.abs(y - row.y) <= row.size * MAX_ROW_SHIFT);
}

interface Seed {
  readonly gap: Gap;
  readonly at: number;
  readonly minWidth: number;
}

function extend(rows: readonly PdfRow[], { gap, at, minWidth }: Seed): Gutter {
  let free = gap;
  let [first, last] = [at, at];
  for (const step of [1, -1]) {
    for (let next = at + step; rows[next]; next += step) {
      const row = rows[next];
      const before = rows[next - step];
      if (!row || !before || Math.abs(row.y - before.y) > row.size * MAX_ROW_GAP) break;
      const narrowed = narrow(free, row.fragments);
      if (narrowed[1] - narrowed[0] < minWidth) break;
      free = narrowed;
      if (step > 0) last = next;
      else first = next;
    }
  }
  return supported(rows, { free, first, last });
}

/** The widest part of a gap that no fragment reaches into. */
function narrow([left, right]: Gap, fragments: readonly PdfFragment[]): Gap {
  let widest: Gap = [left, left];
  let from = left;
  for (const fragment of [...fragments, { x: right, right }]) {
    if (fragment.right <= left) continue;
    const to = Math.min(fragment.x, right);
    if (to - from > widest[1] - widest[0]) widest = [from, to];
    from = Math.max(from, fragment.right);
    if (fragment.x >= right) break;
  }
  return widest;
}

function supported(
  rows: readonly PdfRow[],
  { free, first, last }: { readonly free: Gap; readonly first: number; readonly last: number },
): Gutter {
  const [left, right] = free;
  const both: number[] = [];
  for (let at = first; at <= last; at++) {
    const beside = besideRow(rows, at).flatMap(({ fragments }) => fragments);
    if (beside.some((one) => one.right <= left + 0.5) && beside.some((one) => one.x >= right - 0.5))
      both.push(at);
  }
  return { left, right, first: both[0] ?? first, last: both.at(-1) ?? first, support: both.length };
}
