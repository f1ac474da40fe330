import { countWords } from "../../util/words";

/** Pictures, links, addresses, and links by reference, whose definitions are elsewhere in the document. */
const LINK =
  /!?\[[^[\]]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^[\]]*\])|https?:\/\/\S+|<[^<>]*>/g;

/** The number of words that a stretch of Markdown has outside of its links: badges, link lists and breadcrumbs have few. */
export function countWordsOutsideLinks(markdown: string): number {
  // Twice, because a badge is a picture inside a link.
  const withoutLinks = markdown.replace(LINK, " ").replace(LINK, " ");
  return countWords(withoutLinks);
}
