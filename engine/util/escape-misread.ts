/** What Markdown takes for a tag; `<https://example.com>` and `<ada@example.com>` show the address either way. */
const TAG = /<(?=[a-z/!?])(?![a-z][a-z\d+.-]+:|[^\s<>@]{1,64}@)/gi;
/** `5*3*2` is a product. */
const STAR_WITHIN = /(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu;

/**
 * Plain text as Markdown that keeps its quotation marks, lists and rules: escapes only what would be lost from the text,
 * `List<String>` and the stars of `5*3*2`.
 */
export function escapeMisread(text: string): string {
  return text.replace(TAG, "\\<").replace(STAR_WITHIN, "\\*");
}
