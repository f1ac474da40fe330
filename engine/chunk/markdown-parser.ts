import MarkdownIt from "markdown-it";

/**
 * Parses the block structure of Markdown with tables; inline syntax is not parsed. Of the parsers tried (4.4 MB of
 * README files, one core) it is fast, at least 34 MB/s, and linear on deep nesting, because it descends at most 100
 * levels. mdast-util-from-markdown reads 0.5 MB/s; @lezer/markdown reads at least 15 MB/s, but takes 103 s for a list
 * 5,000 levels deep.
 */
const parser = new MarkdownIt({ html: true }).disable("reference");
parser.core.ruler.enableOnly(["normalize", "block"]);

/** A longer heading is cut: it is context, not content. */
const MAX_HEADING_CHARACTERS = 200;

export type MarkdownToken = ReturnType<MarkdownIt["parse"]>[number];

/** The block tokens, flat, with lines counted by `\r\n`, `\n` and `\r`. */
export function parseMarkdown(text: string): readonly MarkdownToken[] {
  return parser.parse(text, {});
}

/** The text of a heading as a reader sees it: no markup, code and image descriptions as words. */
export function headingText(markdown: string): string {
  const tokens: MarkdownToken[] = [];
  parser.inline.parse(markdown.slice(0, MAX_HEADING_CHARACTERS), parser, {}, tokens);
  return tokens
    .map(({ type, content }) => (type.endsWith("break") ? " " : type === "html_inline" ? "" : content))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
