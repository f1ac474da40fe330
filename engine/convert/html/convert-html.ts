import Defuddle from "defuddle";
import type { ConvertedText } from "../../model/document";
import { countWords } from "../../util/words";
import { flattenHtml } from "./flatten-html";
import { isTooLargeToParse } from "./is-too-large-to-parse";
import { normaliseDefinitions } from "./normalise-definitions";
import { pageToMarkdown } from "./page-to-markdown";
import { PLACEHOLDER_URL, parsePage } from "./parse-page";
import { stripScripts } from "./strip-scripts";

/**
 * Extracting the main content takes about 3 s for a million characters, all other steps one, and blocks the thread.
 * Larger pages are converted whole.
 */
const MAX_EXTRACTION_CHARACTERS = 1_000_000;

/** The main content of a page as Markdown; the whole body where none is found. */
export function convertHtml(source: string, address: string): ConvertedText {
  const html = stripScripts(source);
  if (isTooLargeToParse(html)) {
    const { text, title } = flattenHtml(html);
    return { text, format: "markdown", ...(title && { title }) };
  }
  const url = URL.canParse(address) ? address : PLACEHOLDER_URL;
  const body = readBody(html, url);
  if (html.length > MAX_EXTRACTION_CHARACTERS)
    return { text: body.markdown(), format: "markdown", ...title(body.title) };
  const page = parsePage(html, url);
  for (const code of page.querySelectorAll("pre")) stripHighlighting(code);
  // Extraction leaves out lists of terms.
  normaliseDefinitions(page.body);
  const article = new Defuddle(page, { url }).parse();
  const text = pageToMarkdown(parsePage(article.content, url).body, body.baseUrl);
  return {
    text: isExtractionIncomplete(countWords(text), body.words) ? body.markdown() : text,
    format: "markdown",
    ...title(article.title || body.title),
    ...(article.author && { author: article.author }),
  };
}

/** Defuddle takes quadratic time for the coloured words of one code block: 25 s for 10,000. */
const MAX_HIGHLIGHT_SPANS = 300;

function stripHighlighting(pre: Element): void {
  if (pre.querySelectorAll("*").length <= MAX_HIGHLIGHT_SPANS) return;
  for (const br of pre.querySelectorAll("br")) br.replaceWith("\n");
  const code = pre.querySelector("code") ?? pre;
  code.textContent = pre.textContent ?? "";
  if (code !== pre) pre.replaceChildren(code);
}

/** The page without the parts about the site. */
function readBody(html: string, url: string) {
  const page = parsePage(html, url);
  const href = page.querySelector("base[href]")?.getAttribute("href") ?? "";
  const baseUrl = URL.canParse(href, url) ? new URL(href, url).href : url;
  const title = page.querySelector("title")?.textContent?.trim() ?? "";
  for (const node of page.querySelectorAll(BOILERPLATE_SELECTOR)) node.remove();
  return {
    title,
    baseUrl,
    words: countWords(page.body.textContent ?? ""),
    markdown: () => pageToMarkdown(page.body, baseUrl),
  };
}

const BOILERPLATE_SELECTOR =
  "head, script, style, noscript, template, nav, footer, dialog, [hidden], [aria-hidden=true], " +
  "[role=navigation], [role=banner], [role=contentinfo]";

/** Extraction failed when it leaves almost nothing of a page with text, such as an index page or an application. */
function isExtractionIncomplete(articleWords: number, bodyWords: number): boolean {
  return articleWords < 60 ? articleWords < bodyWords * 0.5 : articleWords < bodyWords * 0.15;
}

function title(value: string): { title?: string } {
  return value ? { title: value } : {};
}
