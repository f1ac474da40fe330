const BYLINES =
  "[class*=byline], [class*=Byline], [rel=author], [itemprop=author], [class*=post-author], [class*=article-author], [class*=entry-meta], [class*=post-meta], [class*=author-name], address";
const MAX_CHARACTERS = 150;

/** The line of a page that says who wrote it, as it is displayed; "" for none. Comments have authors of their own. */
export function findByline(page: Document): string {
  for (const node of page.querySelectorAll(BYLINES)) {
    if (node.closest("[class*=comment], aside, li")) continue;
    const words = (node.textContent ?? "").replace(/\s+/g, " ").trim();
    if (words.length > 2 && words.length <= MAX_CHARACTERS && /\p{L}/u.test(words)) return escapeMarks(words);
  }
  return "";
}

function escapeMarks(words: string): string {
  return words.replace(/[\\*`[<]/g, "\\$&");
}
