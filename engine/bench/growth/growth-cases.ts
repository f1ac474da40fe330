import { chunkText } from "../../chunk/chunk-text";
import { toPlainMarkdown } from "../../connectors/notion/to-plain-markdown";
import { htmlToText } from "../../connectors/shared/vendors/google/html-to-text";
import { mrkdwnToMarkdown } from "../../connectors/slack/content/mrkdwn-to-markdown";
import { convert } from "../../convert/convert-document";
import { splitQuotes } from "../../convert/mail/quotes/split-quotes";
import { sourceFile, sourceText } from "../../convert/testing/source-file";
import { toPlainText } from "../../util/to-plain-text";

/** A text that a parser of ours could take very long over, in any size. */
export interface GrowthCase {
  readonly name: string;
  /** How often what is repeated is repeated, at most. */
  readonly size: number;
  /** True where time is known to grow with the square, and is short at this size all the same. */
  readonly isSquared?: boolean;
  run(size: number): unknown;
}

const page = (name: string, size: number, html: (size: number) => string): GrowthCase => ({
  name: `convert() a page of ${name}`,
  size,
  run: (size) =>
    convert(sourceText("text/html", `<html><body><p>before</p>${html(size)}<p>after</p></body></html>`)),
});

const around = (open: string, close: string) => (size: number) =>
  `${open.repeat(size)}inside${close.repeat(size)}`;

const PAGES: readonly GrowthCase[] = [
  page("divs", 100_000, around("<div>", "</div>")),
  page("unclosed divs", 100_000, around("<div>", "")),
  page("quotes", 5_000, around("<blockquote>", "</blockquote>")),
  page("lists", 5_000, around("<ul><li>", "</li></ul>")),
  page("tables", 5_000, around("<table><tr><td>", "</td></tr></table>")),
  page("unclosed paragraphs", 5_000, around("<p>word", "")),
  page("unclosed unknown elements", 20_000, around("<x-a>", "")),
  page("mismatched tags", 20_000, around("<span></div>", "")),
  page("coloured words in code", 10_000, (size) => `<pre>${"<span>let</span> ".repeat(size)}</pre>`),
  page("angle brackets", 50_000, around("<", "")),
];

const MARKS = [
  ...[">", "- ", "> - ", "1. ", "[", "*a ", "**a", "`a", "<", "![a](", "|a", "_a_ ", "a\n> ", "- a\n  "],
  ...[" ", "\n", "# "],
];

const MARKDOWN: readonly GrowthCase[] = MARKS.map((mark) => ({
  name: `toPlainText() of ${JSON.stringify(mark)}`,
  size: 10_000,
  run: (size) => toPlainText(`${mark.repeat(size)}x`),
}));

const NOTION: readonly GrowthCase[] = ['<page url="', "\t", '<mention-page url="a">', '{a="'].map((unit) => ({
  name: `toPlainMarkdown() of ${JSON.stringify(unit)}`,
  size: 20_000,
  // The end of every mention is looked for in all that follows.
  isSquared: unit.startsWith("<mention"),
  run: (size) => toPlainMarkdown(unit.repeat(size / unit.length)),
}));

const OTHERS: readonly GrowthCase[] = [
  {
    name: "convert() rows of CSV",
    size: 100_000,
    run: (size) =>
      convert(
        sourceFile(
          "big.csv",
          `id,name\n${Array.from({ length: size }, (_, n) => `${n},Ann ${n}`).join("\n")}`,
        ),
      ),
  },
  {
    name: "splitQuotes() of quotes and colons",
    size: 50_000,
    run: (size) => splitQuotes(`${"> ".repeat(size)}\n${"a:\n".repeat(size)}`),
  },
  {
    name: "htmlToText() of tags never closed or opened",
    size: 2_000,
    // The parser looks for the beginning of every end in all that is open.
    isSquared: true,
    run: (size) => htmlToText(`${"<div><blockquote>".repeat(size)}words${"</p></b>".repeat(size)}`),
  },
  {
    name: "htmlToText() of one line",
    size: 150_000,
    run: (size) => htmlToText("<b>word</b> ".repeat(size)),
  },
  {
    name: "mrkdwnToMarkdown() of Slack's marks",
    size: 20_000,
    run: (size) => mrkdwnToMarkdown("*~_`<".repeat(size)),
  },
];

const countTokens = (text: string) => text.match(/[a-z]{1,12}|[^\sa-z]/giu)?.length ?? 0;

const CHUNKS: readonly GrowthCase[] = [
  { mark: "x9", size: 100_000 },
  { mark: "A short sentence. ", size: 60_000 },
  { mark: "# 1\n", size: 20_000 },
  { mark: ">", size: 5_000 },
  { mark: "- ", size: 5_000 },
  { mark: "[![a](", size: 20_000 },
  { mark: "~~~~\n```\n", size: 10_000 },
  { mark: "<!--\n\n", size: 20_000 },
].map(({ mark, size }) => ({
  name: `chunkText() of ${JSON.stringify(mark)}`,
  size,
  run: (size) => chunkText({ text: `${mark.repeat(size)}text`, format: "markdown" }, { countTokens }),
}));

export const GROWTH_CASES: readonly GrowthCase[] = [...PAGES, ...MARKDOWN, ...CHUNKS, ...NOTION, ...OTHERS];
