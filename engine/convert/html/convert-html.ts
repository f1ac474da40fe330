import Defuddle from "defuddle";
import type { ConvertedText } from "../../model/document";
import { findByline } from "./find-byline";
import { flattenHtml } from "./flatten-html";
import { isExtractionIncomplete } from "./is-extraction-incomplete";
import { isTooLargeToParse } from "./is-too-large-to-parse";
import { normaliseDefinitions } from "./normalise-definitions";
import { pageToMarkdown } from "./page-to-markdown";
import { PLACEHOLDER_URL, parsePage } from "./parse-page";
import { preparePage } from "./prepare-page";
import { stripScripts } from "./strip-scripts";
import { structuredFacts } from "./structured-facts";

/**
 * Extracting the main content takes about 3 s for a million characters, all other steps one, and blocks the thread.
 * Larger pages are converted whole.
 */
const MAX_EXTRACTION_CHARACTERS = 1_000_000;

/**
 * The main content of a page as Markdown; the whole of it where the extraction leaves out headings, tables or most words.
 * @param isContent true for HTML that is content alone: all of it is converted
 */
export function convertHtml(source: string, address: string, isContent = false): ConvertedText {
  const html = stripScripts(source);
  if (isTooLargeToParse(html)) {
    const { text, title } = flattenHtml(html);
    return { text, format: "markdown", ...(title && { title }) };
  }
  const url = URL.canParse(address) ? address : PLACEHOLDER_URL;
  const whole = readWhole(html, url);
  const main =
    isContent || html.length > MAX_EXTRACTION_CHARACTERS ? undefined : readMain(html, url, whole.baseUrl);
  const isWhole = !main || isExtractionIncomplete(main.text, whole.root);
  const text = isWhole ? whole.markdown() : main.text;
  const shown =
    whole.byline !== "" && !includesWords(text, whole.byline) ? `${whole.byline}\n\n${text}` : text;
  const facts = structuredFacts(whole.data, shown);
  return {
    text: [shown, facts].filter((piece) => piece.trim() !== "").join("\n\n"),
    format: "markdown",
    ...title(main?.title || whole.title),
    ...(main?.author && { author: main.author }),
  };
}

/** The main content as Defuddle finds it. */
function readMain(html: string, url: string, baseUrl: string) {
  const page = parsePage(html, url);
  preparePage(page);
  for (const code of page.querySelectorAll("pre")) stripHighlighting(code);
  // Extraction leaves out lists of terms.
  normaliseDefinitions(page.body);
  const { content, title, author } = new Defuddle(page, { url }).parse();
  return { text: pageToMarkdown(parsePage(content, url).body, baseUrl), title, author };
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

/** The page without the parts about the site: what it marks as its content, else its body. */
function readWhole(html: string, url: string) {
  const page = parsePage(html, url);
  const href = page.querySelector("base[href]")?.getAttribute("href") ?? "";
  const baseUrl = URL.canParse(href, url) ? new URL(href, url).href : url;
  const title = page.querySelector("title")?.textContent?.trim() ?? "";
  const data = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => script.textContent ?? "",
  );
  preparePage(page);
  for (const node of page.querySelectorAll(BOILERPLATE_SELECTOR)) node.remove();
  const root = contentRoot(page);
  return {
    title,
    baseUrl,
    data,
    root,
    byline: findByline(page),
    markdown: () => pageToMarkdown(root, baseUrl),
  };
}

function contentRoot(page: Document): Element {
  const mains = page.querySelectorAll("main, [role=main]");
  const articles = page.querySelectorAll("article");
  const [only] = mains.length === 1 ? mains : articles.length === 1 ? articles : [];
  return only ?? page.body;
}

const CONSENT = ["banner", "consent", "notice", "bar", "law", "popup", "modal", "overlay"]
  .flatMap((word) => ["class", "id"].map((name) => `[${name}*=cookie][${name}*=${word}]`))
  .join(", ");

const BOILERPLATE_SELECTOR =
  "head, script, style, noscript, template, nav, footer, dialog, [hidden], [aria-hidden=true], " +
  "[role=navigation], [role=banner], [role=contentinfo], [role=dialog], [role=alertdialog], [aria-modal=true], " +
  `[id*=onetrust], [id*=Cookiebot], ${CONSENT}`;

function includesWords(text: string, words: string): boolean {
  const wordsOnly = (value: string) => (value.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
  return wordsOnly(text).includes(wordsOnly(words));
}

function title(value: string): { title?: string } {
  return value ? { title: value } : {};
}
