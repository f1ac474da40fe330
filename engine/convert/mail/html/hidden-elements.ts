/** Styles that hide an element and all in it. `mso-hide` alone does not: it hides from Outlook what the others show. */
const HIDING = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:hidden/,
  /(?:^|;)opacity:0(?:\.0+)?(?:!important)?(?:;|$)/,
];
const NO_HEIGHT = /(?:^|;)(?:max-)?height:0(?:px|pt|em)?(?:!important)?(?:;|$)/;
const NO_WIDTH = /(?:^|;)(?:max-)?width:0(?:px|pt|em)?(?:!important)?(?:;|$)/;
const OVERFLOW_HIDDEN = /(?:^|;)overflow:hidden/;
/** At one pixel nothing can be read. */
const NO_FONT_SIZE = /(?:^|;)font-size:[01](?:px|pt)?(?:!important)?(?:;|$)|(?:^|;)font-size:0/;
const FONT_SIZE = /(?:^|;)font-size:/;
const MAX_HIDING_CLASSES = 50;

/** Removes what a mail program does not show: preheaders, texts for other programs, tracking text. */
export function removeHiddenElements(page: Document): void {
  for (const selector of hidingClasses(page)) {
    for (const element of page.querySelectorAll(selector)) element.remove();
  }
  for (const element of page.querySelectorAll("[hidden], [style]")) {
    if (element.hasAttribute("hidden") || isHidden(element)) element.remove();
  }
}

function isHidden(element: Element): boolean {
  const style = styleOf(element);
  if (HIDING.some((pattern) => pattern.test(style))) return true;
  const isCollapsed = NO_HEIGHT.test(style) || NO_WIDTH.test(style);
  if (isCollapsed && OVERFLOW_HIDDEN.test(style)) return true;
  // A size of 0 around elements with a size of their own removes the gaps between them.
  const isTiny = NO_FONT_SIZE.test(style);
  return isTiny && ![...element.querySelectorAll("[style], font")].some(hasFontSize);
}

function hasFontSize(element: Element): boolean {
  if (element.nodeName === "FONT") return element.hasAttribute("size");
  const style = styleOf(element);
  return FONT_SIZE.test(style) && !NO_FONT_SIZE.test(style);
}

function styleOf(element: Element): string {
  return (element.getAttribute("style") ?? "").toLowerCase().replace(/\s+/g, "");
}

/** Classes that a style sheet hides on every screen: those in a media query are shown on others. */
function hidingClasses(page: Document): readonly string[] {
  const sheets = [...page.querySelectorAll("style")].map(({ textContent }) => textContent ?? "").join("\n");
  const rules = withoutBlocks(sheets.slice(0, 200_000)).matchAll(/([^{}]{1,300})\{([^{}]*)\}/g);
  return [...rules]
    .filter(([, , declarations = ""]) => /display\s*:\s*none/i.test(declarations))
    .flatMap(([, selectors = ""]) => selectors.split(",").map((selector) => selector.trim()))
    .filter((selector) => /^[a-z]*\.[\w-]+$/i.test(selector))
    .slice(0, MAX_HIDING_CLASSES);
}

/** A style sheet without its comments, media queries and other nested blocks. */
function withoutBlocks(sheet: string): string {
  let depth = 0;
  let start = 0;
  let kept = "";
  const text = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "");
  for (const match of text.matchAll(/@[^{};]*\{|[{}]/g)) {
    const opensBlock = match[0].startsWith("@");
    if (depth === 0 && opensBlock) {
      kept += text.slice(start, match.index);
      depth = 1;
    } else if (depth > 0) {
      depth += match[0] === "}" ? -1 : 1;
      if (depth === 0) start = match.index + 1;
    }
  }
  return depth > 0 ? kept : kept + text.slice(start);
}
