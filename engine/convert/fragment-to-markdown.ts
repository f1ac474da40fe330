import { flattenHtml } from "./flatten-html";
import { isTooMuchForTree } from "./html-limits";
import { pageToMarkdown } from "./page-to-markdown";
import { NOWHERE, parsePage } from "./parse-page";

/** HTML that is content throughout (a mail, a converted document) as Markdown; nothing is looked for in it. */
export function fragmentToMarkdown(html: string, address: string | undefined): string {
  if (isTooMuchForTree(html)) return flattenHtml(html).text;
  const url = address !== undefined && URL.canParse(address) ? address : NOWHERE;
  const page = parsePage(html, url);
  for (const node of page.querySelectorAll("head, script, style, noscript, template")) node.remove();
  return pageToMarkdown(page.body, url);
}
