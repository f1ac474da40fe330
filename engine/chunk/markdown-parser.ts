import MarkdownIt from "markdown-it";

/**
 * Block structure of Markdown with tables; the text inside blocks is left alone. Of the parsers tried it is
 * the one that stays linear on deeply nested lists and quotes (it stops descending at 100 levels).
 */
const parser = new MarkdownIt({ html: true }).disable("reference");
parser.core.ruler.enableOnly(["normalize", "block"]);

/** Headings are context, not content: a longer one is cut. */
const LONGEST_HEADING = 200;

export type MarkdownToken = ReturnType<MarkdownIt["parse"]>[number];

/** The block tokens, flat, with lines counted by `\r\n`, `\n` and `\r`. */
export function parseMarkdown(text: string): readonly MarkdownToken[] {
  return parser.parse(text, {});
}

/** What a reader sees of a heading: no markup, code and image descriptions as words. */
export function headingText(markdown: string): string {
  const tokens: MarkdownToken[] = [];
  parser.inline.parse(markdown.slice(0, LONGEST_HEADING), parser, {}, tokens);
  return tokens
    .map(({ type, content }) => (type.endsWith("break") ? " " : type === "html_inline" ? "" : content))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
