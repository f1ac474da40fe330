import Defuddle from "defuddle";
import type { ConvertedText } from "../model/document";
import { flattenHtml } from "./flatten-html";
import { isTooMuchForTree } from "./html-limits";
import { pageToMarkdown } from "./page-to-markdown";
import { parsePage } from "./parse-page";

/** The main content of a page as Markdown, its whole body where no main content stands out. */
export function convertHtml(html: string, url?: string): ConvertedText {
  if (isTooMuchForTree(html)) {
    const { text, title } = flattenHtml(html);
    return { text, format: "markdown", ...(title && { title }) };
  }
  const page = parsePage(html, url);
  const baseUrl = baseAddress(page, url);
  const bodyWords = countWords(visibleText(page));
  const article = new Defuddle(page, { url: url ?? "https://localhost/" }).parse();
  const articleText = pageToMarkdown(parsePage(`<body>${article.content}</body>`, url).body, baseUrl);
  const text = isTooLittle(countWords(articleText), bodyWords) ? wholeBody(html, url, baseUrl) : articleText;
  return {
    text,
    format: "markdown",
    ...(article.title && { title: article.title }),
    ...(article.author && { author: article.author }),
  };
}

function wholeBody(html: string, url: string | undefined, baseUrl: string | undefined): string {
  const page = parsePage(html, url);
  for (const node of page.querySelectorAll(CHROME)) node.remove();
  return pageToMarkdown(page.body, baseUrl);
}

/** Parts of a page that are about the site, not about its subject. */
const CHROME =
  "head, script, style, noscript, template, nav, footer, dialog, [role=navigation], [role=banner], [role=contentinfo], [aria-hidden=true]";

function visibleText(page: Document): string {
  const copy = page.body.cloneNode(true) as HTMLElement;
  for (const node of copy.querySelectorAll(CHROME)) node.remove();
  return copy.textContent ?? "";
}

/** Extraction failed when it leaves next to nothing of a page that has text: an index page, an application. */
function isTooLittle(articleWords: number, bodyWords: number): boolean {
  return articleWords < 60 ? articleWords < bodyWords * 0.5 : articleWords < bodyWords * 0.15;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function baseAddress(page: Document, url: string | undefined): string | undefined {
  const href = page.querySelector("base[href]")?.getAttribute("href");
  return href && URL.canParse(href, url) ? new URL(href, url).href : url;
}
