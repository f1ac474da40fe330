import TurndownService from "turndown";
import { escapeMarkdown } from "../text/escape-markdown";
import { isLayoutTable } from "./is-layout-table";
import { normaliseDefinitions } from "./normalise-definitions";
import { normaliseTables } from "./normalise-tables";
import { PLACEHOLDER_URL } from "./parse-page";
import { subscript, superscript } from "./small-letters";

export interface MarkdownWriting {
  /** The text is Markdown already, and only its elements are not. */
  readonly isMarkdown?: boolean;
}

/** Turns the elements under `root` into Markdown; addresses are made absolute against `baseUrl`. */
export function pageToMarkdown(
  root: Element,
  baseUrl: string,
  { isMarkdown = false }: MarkdownWriting = {},
): string {
  // The parser starts a new text node at every character reference; escaping needs the text that follows.
  root.normalize();
  for (const br of root.querySelectorAll("pre br")) br.replaceWith("\n");
  normaliseTables(root);
  normaliseDefinitions(root);
  return createTurndown(baseUrl, isMarkdown).turndown(root as HTMLElement);
}

function createTurndown(baseUrl: string, isMarkdown: boolean): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
  });
  service.escape = isMarkdown ? (text) => text : escapeMarkdown;
  service.remove([
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "button",
    "select",
    "textarea",
  ]);
  service.addRule("picture", { filter: isImageElement, replacement: (_, node) => altText(node as Element) });
  service.addRule("link", {
    filter: "a",
    replacement: (content, node) => linkMarkdown(content, node as Element, baseUrl),
  });
  service.addRule("codeBlock", { filter: "pre", replacement: (_, node) => codeBlock(node as Element) });
  service.addRule("listItem", {
    filter: "li",
    replacement: (content, node) => listItem(content, node as Element),
  });
  addSmallLetterRules(service);
  addTableRules(service);
  return service;
}

/** Raised and lowered letters; a raised link within the page refers to a footnote. */
function addSmallLetterRules(service: TurndownService): void {
  service.addRule("summary", { filter: "summary", replacement: (content) => `\n\n${content.trim()}\n\n` });
  service.addRule("sub", { filter: "sub", replacement: subscript });
  service.addRule("sup", {
    filter: "sup",
    replacement(content, node) {
      const label = (node.textContent ?? "").replace(/[[\]()\s]/g, "");
      const isNote = (node as Element).querySelector('a[href^="#"]') !== null && /^\w{1,20}$/.test(label);
      return isNote ? `[^${label}]` : superscript(content);
    },
  });
}

function isImageElement(node: Node): boolean {
  return node.nodeName === "IMG" || node.nodeName === "svg" || node.nodeName === "SVG";
}

function altText(node: Element): string {
  return (node.getAttribute("alt") ?? node.getAttribute("aria-label") ?? "").replace(/\s+/g, " ").trim();
}

function linkMarkdown(content: string, node: Element, baseUrl: string): string {
  // A card that is one link may contain headings and paragraphs; on one line it stays a link.
  const label = content.replace(/\s*\n[\s#>]*/g, " ").trim();
  if (label === "" || /^[#¶§🔗]$/u.test(label)) return "";
  const address = absoluteAddress(node.getAttribute("href"), baseUrl);
  return address ? `[${label}](${address})` : label;
}

/** Only links that can be opened on their own: no script addresses, no jumps within the page. */
function absoluteAddress(href: string | null, baseUrl: string): string | undefined {
  if (!href || href.startsWith("#") || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  if (!["http:", "https:", "mailto:"].includes(url.protocol) || url.href.startsWith(PLACEHOLDER_URL))
    return undefined;
  return url.href.replaceAll("(", "%28").replaceAll(")", "%29");
}

/** Without Turndown's wide indent, and without empty items, as in lists of icons. */
function listItem(content: string, node: Element): string {
  const text = content.trim();
  if (text === "") return "";
  const list = node.parentElement;
  const marker = list?.nodeName === "OL" ? `${nextNumber(list)}. ` : "- ";
  return `\n${marker}${text.replaceAll("\n", `\n${" ".repeat(marker.length)}`)}\n`;
}

/** Items are converted in order, so they are counted; finding each among its siblings would take n² steps. */
function nextNumber(list: Element): number {
  const number = nextNumberByList.get(list) ?? (Number(list.getAttribute("start") ?? 1) || 1);
  nextNumberByList.set(list, number + 1);
  return number;
}

const nextNumberByList = new WeakMap<Element, number>();

function codeBlock(node: Element): string {
  const code = (node.textContent ?? "").replace(/^\n/, "").trimEnd();
  if (code.trim() === "") return "";
  const longestRun = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return `\n\n${fence}${codeLanguage(node)}\n${code}\n${fence}\n\n`;
}

function codeLanguage(node: Element): string {
  const code = node.querySelector("code") ?? node;
  const classes = `${code.className} ${node.className} ${node.parentElement?.className ?? ""}`;
  return code.getAttribute("data-lang") ?? /(?:language|lang|source)-([\w+#-]+)/.exec(classes)?.[1] ?? "";
}

/** Not Turndown's GFM plug-in, which needs `table.rows`, which linkedom does not have. */
function addTableRules(service: TurndownService): void {
  service.addRule("cell", {
    filter: ["td", "th"],
    replacement: (content, node) =>
      isLayoutTable(node as Element) ? `\n\n${content}\n\n` : `| ${formatCell(content)} `,
  });
  service.addRule("row", {
    filter: "tr",
    replacement: (content, node) => (isLayoutTable(node as Element) ? content : content && `\n${content}|`),
  });
  service.addRule("sections", { filter: ["thead", "tbody", "tfoot"], replacement: (content) => content });
  service.addRule("table", {
    filter: "table",
    replacement: (content, node) =>
      isLayoutTable(node as Element) ? `\n\n${content}\n\n` : dataTable(content),
  });
}

/** The first row is the header: most tables without `<th>` are written that way, and Markdown needs one. */
function dataTable(content: string): string {
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  const header = lines.findIndex((line) => line.startsWith("|"));
  if (header < 0) return `\n\n${content}\n\n`;
  const columns = (lines[header]?.match(/(?<!\\)\|/g)?.length ?? 2) - 1;
  lines.splice(header + 1, 0, `|${" --- |".repeat(columns)}`);
  if (header > 0) lines.splice(header, 0, "");
  return `\n\n${lines.join("\n")}\n\n`;
}

function formatCell(content: string): string {
  return content
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");
}
