import { flattenHtml } from "./flatten-html";
import { isTooLargeToParse } from "./is-too-large-to-parse";
import { pageToMarkdown } from "./page-to-markdown";
import { PLACEHOLDER_URL, parsePage } from "./parse-page";

/** HTML that is content throughout (a mail, a converted document) as Markdown; nothing is looked for in it. */
export function fragmentToMarkdown(html: string, address: string | undefined): string {
  if (isTooLargeToParse(html)) return flattenHtml(html).text;
  const url = address !== undefined && URL.canParse(address) ? address : PLACEHOLDER_URL;
  const page = parsePage(html, url);
  for (const node of page.querySelectorAll("head, script, style, noscript, template")) node.remove();
  return pageToMarkdown(page.body, url);
}
