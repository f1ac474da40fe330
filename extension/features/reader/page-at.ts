/** The page, from 1, that offset `at` lies on; `pages` holds where each page starts. */
export function pageAt(pages: readonly number[], at: number): number {
  const next = pages.findIndex((start) => start > at);
  return next === -1 ? pages.length : Math.max(1, next);
}
