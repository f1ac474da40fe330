/** Keeps the words of a paragraph plain in Markdown. */
export function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^(#{1,6} |[-+>](?=\s)|[=-]+$|~~~|[-+]{3})/, "\\$1")
    .replace(/^(\d{1,9})([.)]\s)/, "$1\\$2");
}

/** Keeps words plain within a line of Markdown. */
export function escapeInline(text: string): string {
  return text.replace(/[\\*`[]|<(?=[a-z/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&");
}
