const HIDDEN = "[hidden], [style*=display], [style*=visibility], [aria-hidden=true]";
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Boxes that a click opens, by what programs call them. */
const PANEL =
  /(?:^|[-_\s])(?:tabs?|tabbed|tab-?panels?|tab-?panes?|accordions?|collaps\w*|expand\w*|spoilers?|faqs?|disclosure)(?:[-_\s]|$)/i;
/** Boxes that are about the site. */
const OVERLAY =
  "dialog, nav, [role=dialog], [role=alertdialog], [role=menu], [role=navigation], [aria-modal=true], [class*=modal], [class*=popup], [class*=cookie], [class*=consent], [class*=dropdown], [class*=offcanvas], [class*=preheader]";
const HIDING_CLASSES = /(?:^|\s)(?:hidden|d-none|is-hidden|invisible|collapse)(?=\s|$)/g;
const MAX_LABEL_CHARACTERS = 80;

/**
 * Shows the panels of a page that a click opens (tabs, accordions, what a button controls), each with the words of its
 * tab, and removes everything else that is not displayed: preheaders, templates, menus.
 */
export function revealHidden(page: Document): void {
  const opened = openedIds(page);
  for (const panel of page.querySelectorAll("[role=tabpanel]")) {
    const label = opened.get(panel.id) ?? labelledBy(panel, page);
    nameByTab(panel, label, page);
  }
  // Every panel has the words of its tab now.
  for (const tabs of page.querySelectorAll("[role=tablist]"))
    if (!tabs.querySelector("[role=tabpanel]") && namesPanels(tabs, page)) tabs.remove();
  for (const node of page.querySelectorAll(HIDDEN)) {
    if (!isHidden(node)) continue;
    if (isPanel(node, opened)) show(node);
    // Formulas are hidden beside a picture of them.
    else if (!isAriaHidden(node) && !node.querySelector("math")) node.remove();
  }
}

/** Only out of reach of screen readers: often an icon, and sometimes a second copy. */
function isAriaHidden(node: Element): boolean {
  return !node.hasAttribute("hidden") && !NOT_SHOWN.test(node.getAttribute("style") ?? "");
}

function isHidden(node: Element): boolean {
  return (
    node.hasAttribute("hidden") ||
    NOT_SHOWN.test(node.getAttribute("style") ?? "") ||
    node.getAttribute("aria-hidden") === "true"
  );
}

/** The ids that tabs and buttons open, with the words on them. */
function openedIds(page: Document): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const opener of page.querySelectorAll(
    "[aria-controls], [data-target], [data-bs-target], [role=tab][href]",
  )) {
    const written =
      opener.getAttribute("aria-controls") ??
      opener.getAttribute("data-bs-target") ??
      opener.getAttribute("data-target") ??
      opener.getAttribute("href") ??
      "";
    const words = (opener.textContent ?? "").replace(/\s+/g, " ").trim();
    for (const id of written.split(/\s+/)) ids.set(id.replace(/^#/, ""), words);
  }
  ids.delete("");
  return ids;
}

function isPanel(node: Element, opened: ReadonlyMap<string, string>): boolean {
  if (node.closest(OVERLAY)) return false;
  const isOpened = node.getAttribute("role") === "tabpanel" || opened.has(node.id);
  if (isAriaHidden(node)) return isOpened;
  if (isOpened || node.getAttribute("hidden") === "until-found") return true;
  const parent = node.parentElement;
  return [node, parent, parent?.parentElement].some(
    (box) => box && (box.nodeName === "DETAILS" || PANEL.test(`${box.className} ${box.id}`)),
  );
}

function show(node: Element): void {
  node.removeAttribute("hidden");
  node.removeAttribute("aria-hidden");
  node.setAttribute(
    "style",
    (node.getAttribute("style") ?? "").replace(/(?:display|visibility)\s*:[^;]*;?/gi, ""),
  );
  node.className = node.className.replace(HIDING_CLASSES, "");
}

function labelledBy(panel: Element, page: Document): string {
  const id = panel.getAttribute("aria-labelledby") ?? "";
  const label = id === "" || /["\\\s]/.test(id) ? null : page.querySelector(`[id="${id}"]`);
  return label?.textContent ?? panel.getAttribute("aria-label") ?? "";
}

function namesPanels(tabs: Element, page: Document): boolean {
  const ids = [...tabs.querySelectorAll("[aria-controls]")].map((tab) => tab.getAttribute("aria-controls"));
  const isPanelId = (id: string | null) =>
    id !== null && !/["\\]/.test(id) && page.querySelector(`[role=tabpanel][id="${id}"]`) !== null;
  return ids.length > 0 && ids.every(isPanelId);
}

/** The words of a tab say which of several panels this is. */
function nameByTab(panel: Element, label: string, page: Document): void {
  const words = label.replace(/\s+/g, " ").trim();
  const shown = (panel.textContent ?? "").trim();
  if (words === "" || words.length > MAX_LABEL_CHARACTERS || shown === "" || shown.startsWith(words)) return;
  const paragraph = page.createElement("p");
  const name = page.createElement("strong");
  name.textContent = words;
  paragraph.append(name);
  panel.replaceChildren(paragraph, ...panel.childNodes);
}
