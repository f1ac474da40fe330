import { countWords } from "../../util/words";

/** Pictures, links and addresses; links by reference too, whose definitions stand elsewhere in the document. */
const LINK =
  /!?\[[^[\]]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|\[[^[\]]*\])|https?:\/\/\S+|<[^<>]*>/g;

/** How many words a stretch of Markdown has outside of its links: badges, link lists and crumbs have few. */
export function countWordsOutsideLinks(markdown: string): number {
  // Twice, for a badge is a picture inside a link.
  const withoutLinks = markdown.replace(LINK, " ").replace(LINK, " ");
  return countWords(withoutLinks);
}
