/** Four and more dots, with or without spaces, lead to a page number; underscores are a line to write on. */
const LEADERS = /(?:\s?[.·…_]){5,}\s?/g;

/**
 * PDFs write ligatures, Arabic forms and full-width letters as single characters, which no search would match. NUL and
 * private characters are glyphs without meaning.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(LEADERS, " … ")
    .replace(/\u00ad(?!$)/g, "")
    .replace(/[\uf0b7\uf0a7\uf076\uf0d8\uf0fc]/g, "•")
    .replace(/[\p{Co}]/gu, "")
    .replace(/\ufffd/g, "")
    .replace(/[\s\0]+/g, " ")
    .trim();
}
