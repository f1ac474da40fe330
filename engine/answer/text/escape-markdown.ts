/**
 * Keeps plain words plain in a Markdown answer: no emphasis, HTML, headings or list items, and no `[1]` of the source
 * that reads as a citation.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*<[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(?:#{1,6}|[-+>])(?=\s)/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s)/, "$1\\$2");
}

/** Code as a fenced Markdown block. The fence is longer than any run of backticks in the code. */
export function fenceCode(code: string, language?: string | null): string {
  const runs = code.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language ?? ""}\n${code}\n${fence}`;
}
