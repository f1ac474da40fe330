import { flattenHtml } from "../../html/flatten-html";
import { isTooLargeToParse } from "../../html/is-too-large-to-parse";
import { pageToMarkdown } from "../../html/page-to-markdown";
import { PLACEHOLDER_URL, parsePage } from "../../html/parse-page";
import { removeHiddenElements } from "./hidden-elements";
import { unfoldMailTables } from "./unfold-mail-tables";

/** What no mail program shows. */
const REMOVED_SELECTOR = "head, title, script, style, noscript, template, xml";

/** The HTML of a mail as Markdown: what its reader sees, tables for layout unfolded, tables of values kept as rows. */
export function mailHtmlToMarkdown(html: string): string {
  if (isTooLargeToParse(html)) return flattenHtml(html).text;
  const page = parsePage(html, PLACEHOLDER_URL);
  removeHiddenElements(page);
  for (const node of page.querySelectorAll(REMOVED_SELECTOR)) node.remove();
  unwrapAddresses(page);
  unfoldMailTables(page.body);
  return pageToMarkdown(page.body, PLACEHOLDER_URL);
}

/** A link from an address to itself says nothing more, and hides the address from those who look for one. */
function unwrapAddresses(page: Document): void {
  for (const link of page.querySelectorAll("a[href]")) {
    const label = (link.textContent ?? "").trim();
    if (link.getAttribute("href")?.toLowerCase() === `mailto:${label.toLowerCase()}`) link.replaceWith(label);
  }
}
