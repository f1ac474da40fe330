import { flattenHtml } from "./flatten-html";
import { isTooLargeToParse } from "./is-too-large-to-parse";
import { type MarkdownWriting, pageToMarkdown } from "./page-to-markdown";
import { PLACEHOLDER_URL, parsePage } from "./parse-page";

/** Converts HTML that is all content (a mail, a converted document) to Markdown, without extraction. */
export function fragmentToMarkdown(
  html: string,
  address: string | undefined,
  writing: MarkdownWriting = {},
): string {
  if (isTooLargeToParse(html)) return flattenHtml(html).text;
  const url = address !== undefined && URL.canParse(address) ? address : PLACEHOLDER_URL;
  const page = parsePage(html, url);
  for (const node of page.querySelectorAll("head, script, style, noscript, template")) node.remove();
  return pageToMarkdown(page.body, url, writing);
}
