import type { SlideItem } from "./slide";

/** More items are a drawing, whose order in the file is as good as any. */
const MAX_SORTED = 200;
/** Items that overlap in height by this share of the lower one stand beside each other. */
const BESIDE = 0.5;

/**
 * The items of a slide as they are read: row by row from the top, or column by column where that is closer to their
 * order in the file, which is the one that its author and screen readers follow.
 */
export function readingOrder(items: readonly SlideItem[]): readonly SlideItem[] {
  if (items.length < 2 || items.length > MAX_SORTED) return items;
  const byRow = linesOf(items, "y").flatMap((row) => [...row].sort((a, b) => a.x - b.x));
  const byColumn = linesOf(items, "x").flatMap((column) => [...column].sort((a, b) => a.y - b.y));
  return inversions(byColumn, items) < inversions(byRow, items) ? byColumn : byRow;
}

/** Items that stand beside each other on one axis, from the first line to the last. */
function linesOf(items: readonly SlideItem[], axis: "x" | "y"): readonly (readonly SlideItem[])[] {
  const size = axis === "y" ? "height" : "width";
  const sorted = [...items].sort((a, b) => a[axis] - b[axis]);
  const lines: SlideItem[][] = [];
  let [start, end] = [0, 0];
  for (const item of sorted) {
    const from = item[axis];
    const to = from + item[size];
    const overlap = Math.min(end, to) - Math.max(start, from);
    const line = lines.at(-1);
    if (line && (from === start || overlap > BESIDE * Math.min(end - start, to - from))) {
      line.push(item);
      end = Math.max(end, to);
    } else {
      lines.push([item]);
      [start, end] = [from, to];
    }
  }
  return lines;
}

/** How many pairs are the other way round than in the file. */
function inversions(order: readonly SlideItem[], items: readonly SlideItem[]): number {
  const positions = new Map(items.map((item, at) => [item, at]));
  const ranks = order.map((item) => positions.get(item) ?? 0);
  return ranks.reduce((sum, rank, at) => sum + ranks.slice(at + 1).filter((later) => later < rank).length, 0);
}
