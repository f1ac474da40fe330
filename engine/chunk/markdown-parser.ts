import MarkdownIt from "markdown-it";

/**
 * Block structure of Markdown with tables; the text inside blocks is left alone. Of the parsers tried
 * (4.4 MB of README files, one core) it is fast, 34 MB/s and more, and linear on deep nesting, as it descends
 * 100 levels at most; mdast-util-from-markdown reads 0.5 MB/s, and @lezer/markdown, 15 MB/s and more, takes
 * 103 s for a list 5,000 levels deep.
 */
const parser = new MarkdownIt({ html: true }).disable("reference");
parser.core.ruler.enableOnly(["normalize", "block"]);

/** Headings are context, not content: a longer one is cut. */
const MAX_HEADING_CHARACTERS = 200;

export type MarkdownToken = ReturnType<MarkdownIt["parse"]>[number];

/** The block tokens, flat, with lines counted by `\r\n`, `\n` and `\r`. */
export function parseMarkdown(text: string): readonly MarkdownToken[] {
  return parser.parse(text, {});
}

/** What a reader sees of a heading: no markup, code and image descriptions as words. */
export function headingText(markdown: string): string {
  const tokens: MarkdownToken[] = [];
  parser.inline.parse(markdown.slice(0, MAX_HEADING_CHARACTERS), parser, {}, tokens);
  return tokens
    .map(({ type, content }) => (type.endsWith("break") ? " " : type === "html_inline" ? "" : content))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
