/** "3", "Page 3 of 7", "Seite 3": the numbers of pages are not the document's words. */
export function isPageNumber(words: string): boolean {
  return !/\p{L}/u.test(words) || PAGE.test(words.trim());
}

const PAGE =
  /^(?:page|p\.|seite|página|pagina|sida|side|pagina nr\.)\s*\d*\s*(?:of|von|de|di|sur|av|af|van|\/)?\s*\d*$/iu;
