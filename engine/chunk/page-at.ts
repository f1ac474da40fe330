/** The page, from 1, that holds the offset; `pages[n - 1]` is where page n starts, ascending. */
export function pageAt(pages: readonly number[], offset: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
