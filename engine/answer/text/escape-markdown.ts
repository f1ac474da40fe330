/**
 * Makes plain words stay plain in a Markdown answer: no emphasis, HTML, headings or list items by accident,
 * and no `[1]` of the source taken for a citation.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*<[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(?:#{1,6}|[-+>])(?=\s)/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s)/, "$1\\$2");
}
