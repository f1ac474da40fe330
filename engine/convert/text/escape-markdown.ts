/**
 * Escapes only what Markdown would misread. Turndown's own escape also splits `snake_case`, which then matches neither
 * a search nor the words on the page.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*`[]|<(?=[a-z/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&")
    .replace(/^(#{1,6} |[-+>](?=\s)|=+$|~~~)/, "\\$1")
    .replace(/^(\d{1,9})([.)]\s)/, "$1\\$2");
}
