/**
 * Text for the omnibox, which takes XML. Chrome silently drops all lines when one holds a character XML has no place
 * for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
