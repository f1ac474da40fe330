import type { PdfFragment, PdfRow } from "./join-rows";

/** Rows at the top and at the bottom of a page that may be repeated. */
const MARGIN_ROWS = 3;
/** Points: repeated text is at the same height. */
const MAX_SHIFT = 4;
/** Share of the pages; left and right pages may have headers of their own. */
const MIN_SHARE = 0.4;
const PAGE_NUMBER =
  /^(?:\p{L}{0,12}\.?\s*)?[-–—|[(]*\s*(?:#|[ivxlc]{1,6})\s*[-–—|\])]*(?:\s*(?:\/|of|von|de|di|sur|из|av|van|z|\/)\s*#)?$/iu;

interface Place {
  readonly page: number;
  readonly row: PdfRow;
  readonly fragment: PdfFragment;
}

/**
 * The rows of each page without running headers, footers and page numbers. What is repeated stays once: a header on its
 * first page, a footer on its last one.
 */
export function dropRunningLines(pages: readonly (readonly PdfRow[])[]): (readonly PdfRow[])[] {
  if (pages.length < 2) return [...pages];
  const dropped = new Set([true, false].flatMap((isTop) => repeatedFragments(pages, isTop)));
  if (dropped.size === 0) return [...pages];
  return pages.map((rows) => {
    const kept = rows.flatMap((row) => withoutFragments(row, dropped));
    // What is all that a page says is no header of it.
    return kept.length > 0 ? kept : rows;
  });
}

function withoutFragments(row: PdfRow, dropped: ReadonlySet<PdfFragment>): readonly PdfRow[] {
  const fragments = row.fragments.filter((fragment) => !dropped.has(fragment));
  return fragments.length > 0 ? [{ ...row, fragments }] : [];
}

function repeatedFragments(pages: readonly (readonly PdfRow[])[], isTop: boolean): PdfFragment[] {
  return repeatedPlaces(pages, isTop).flatMap((places) => {
    const isNumber = PAGE_NUMBER.test(shapeOf(places[0]?.fragment.text ?? ""));
    const kept = isNumber ? undefined : isTop ? places[0] : places.at(-1);
    return places.filter((place) => place !== kept).map(({ fragment }) => fragment);
  });
}

function repeatedPlaces(pages: readonly (readonly PdfRow[])[], isTop: boolean): Place[][] {
  const byShape = new Map<string, Place[]>();
  for (const place of pages.flatMap((rows, page) => marginPlaces(rows, { page, isTop }))) {
    const shape = shapeOf(place.fragment.text);
    const places = byShape.get(shape);
    if (places) places.push(place);
    else byShape.set(shape, [place]);
  }
  const filled = pages.filter((rows) => rows.length > 0).length;
  return [...byShape.values()].flatMap(atSameHeight).filter((places) => isRepeated(places, filled));
}

/** A row of a short page is in one margin at most. */
function marginPlaces(
  rows: readonly PdfRow[],
  { page, isTop }: { readonly page: number; readonly isTop: boolean },
): Place[] {
  const count = Math.min(MARGIN_ROWS, Math.floor((rows.length + (isTop ? 1 : 0)) / 2));
  const margin = isTop ? rows.slice(0, count) : rows.slice(rows.length - count);
  return margin.flatMap((row) => row.fragments.map((fragment) => ({ page, row, fragment })));
}

function shapeOf(text: string): string {
  return text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}

function atSameHeight(places: readonly Place[]): Place[][] {
  const sorted = [...places].sort((a, b) => a.row.y - b.row.y);
  const groups: Place[][] = [];
  for (const place of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && place.row.y - last[0].row.y <= MAX_SHIFT) last.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => group.sort((a, b) => a.page - b.page));
}

/** On enough pages, or on several in a row: the header of a chapter. Numbers have to count up. */
function isRepeated(places: readonly Place[], pages: number): boolean {
  const texts = places.map(({ fragment }) => fragment.text.trim());
  const first = texts[0] ?? "";
  if (shapeOf(first).includes("#") && !isCounting(places)) return false;
  if (places.length >= Math.max(2, pages * MIN_SHARE)) return true;
  const isChapter = places.length >= 3 && texts.every((text) => text === first);
  return isChapter && (places.at(-1)?.page ?? 0) - (places[0]?.page ?? 0) < places.length * 2;
}

/** The same text, or one number that grows with the pages. */
function isCounting(places: readonly Place[]): boolean {
  const numbers = places.map(({ fragment }) => (fragment.text.match(/\d+/g) ?? []).map(Number));
  const [first = []] = numbers;
  return first.every((number, position) => {
    const isSame = numbers.every((all) => all[position] === number);
    const grows = numbers.every(
      (all, at) => (all[position] ?? 0) - number === (places[at]?.page ?? 0) - (places[0]?.page ?? 0),
    );
    return isSame || grows;
  });
}
