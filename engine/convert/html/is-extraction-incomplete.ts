import { countWords } from "../../util/words";

/** Blocks that somebody looks for. Each is known by its first words. */
const BLOCKS = "h1, h2, h3, h4, table, pre, dl";
const ABOUT_SITE =
  /(?:^|[-_\s])(?:comments?|related|sidebar|share|social|newsletter|subscribe|promo|ads?|recommend\w*|footer|breadcrumbs?|toc|pagination|popup|modal|banner)(?:[-_\s]|$)/i;
const MIN_SECTION_WORDS = 8;
const MIN_BLOCK_WORDS = 3;
/** Words of a block that are looked for. */
const SAMPLE_WORDS = 6;
/** Where a page marks its content, extraction should keep most of it. */
const MIN_SHARE_OF_MAIN = 0.6;
/** An index page or an application has almost nothing that extraction keeps. */
const MIN_SHARE_OF_BODY = 0.15;

/**
 * Whether an extraction leaves out what a reader sees in `root`: most of its words, or a heading with text, a table, a code
 * block. Parts that are about the site do not count.
 */
export function isExtractionIncomplete(text: string, root: Element): boolean {
  const kept = countWords(text);
  const all = countWords(root.textContent ?? "");
  if (kept < 60 && kept < all * 0.5) return true;
  const isBody = root.nodeName === "BODY";
  if (kept < all * MIN_SHARE_OF_BODY) return true;
  if (!isBody && kept < (all - countWords(linkedWords(root))) * MIN_SHARE_OF_MAIN) return true;
  const shown = wordsOnly(text);
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (isLeftOut(block, shown) && !isAboutSite(block, root)) return true;
  }
  return false;
}

function isLeftOut(block: Element, shown: string): boolean {
  const isHeading = /^H[1-6]$/.test(block.nodeName);
  const subject = isHeading ? textBelow(block) : blockText(block);
  const words = wordsOnly(subject).split(" ").filter(Boolean);
  if (words.length < (isHeading ? MIN_SECTION_WORDS : MIN_BLOCK_WORDS)) return false;
  return !shown.includes(words.slice(0, SAMPLE_WORDS).join(" "));
}

/** Cells and terms have no space between them. */
function blockText(block: Element): string {
  const parts = [...block.querySelectorAll("td, th, dt, dd")];
  return parts.length === 0
    ? (block.textContent ?? "")
    : parts.map((part) => part.textContent ?? "").join(" ");
}

/** The text after a heading, up to the next element with words. */
function textBelow(heading: Element): string {
  for (let next = heading.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === 1 && /^(?:H[1-6]|NAV)$/.test(next.nodeName)) return "";
    const words = (next.textContent ?? "").trim();
    if (words !== "") return words;
  }
  return "";
}

function isAboutSite(block: Element, root: Element): boolean {
  for (let at: Element | null = block; at && at !== root; at = at.parentElement) {
    if (at.nodeName === "ASIDE" || at.nodeName === "FORM" || ABOUT_SITE.test(`${at.className} ${at.id}`))
      return true;
  }
  // A list of links is a way to elsewhere.
  const [own, linked] = [countWords(block.textContent ?? ""), countWords(linkedWords(block))];
  return linked * 2 > own;
}

function linkedWords(node: Element): string {
  return [...node.querySelectorAll("a")].map((link) => link.textContent ?? "").join(" ");
}

function wordsOnly(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}
