import { flattenRuby } from "./flatten-ruby";
import { readForms } from "./read-forms";
import { revealHidden } from "./reveal-hidden";

/** Frames within frames are read to this depth. */
const MAX_FRAMES = 20;

/**
 * Puts into a page's tree what a browser shows and the tree does not: the documents of its frames, shadow trees, panels
 * that a click opens, the values of its form fields. What is never shown is removed.
 */
export function preparePage(page: Document): void {
  inlineFrames(page);
  inlineShadowTrees(page);
  inlineNoscript(page);
  unwrapAsides(page);
  revealHidden(page);
  readForms(page);
  describePictures(page);
  flattenRuby(page.body);
}

/** A frame with its document in an attribute. Another site's frame is not on this page. */
function inlineFrames(page: Document): void {
  for (let frames = 0; frames < MAX_FRAMES; frames++) {
    const frame = page.querySelector("iframe[srcdoc]");
    if (!frame) return;
    const inside = (frame.getAttribute("srcdoc") ?? "").replace(
      /<\/?(?:html|head|body|!doctype)[^>]*>/gi,
      "",
    );
    frame.replaceWith(boxWith(page, inside));
  }
}

/** A declarative shadow tree is shown in place of its host's children, which fill its slots. */
function inlineShadowTrees(page: Document): void {
  // The inner ones first: a shadow tree may have hosts of its own.
  for (const template of [
    ...page.querySelectorAll("template[shadowrootmode], template[shadowroot]"),
  ].reverse()) {
    const host = template.parentElement;
    const tree = boxWith(page, template.innerHTML);
    template.remove();
    for (const style of tree.querySelectorAll("style, script")) style.remove();
    if (!host) continue;
    fillSlots(tree, host);
    host.replaceChildren(...tree.childNodes);
  }
}

function fillSlots(tree: Element, host: Element): void {
  for (const slot of tree.querySelectorAll("slot")) {
    const name = slot.getAttribute("name") ?? "";
    const own = [...host.childNodes].filter((child) => slotOf(child) === name);
    slot.replaceWith(...(own.length > 0 ? own : slot.childNodes));
  }
}

/** Text and elements without an attribute go to the slot without a name. */
function slotOf(node: Node): string {
  return node.nodeType === 1 ? ((node as Element).getAttribute("slot") ?? "") : "";
}

/** "JavaScript is required" says nothing about the page. */
const ASKS_FOR_SCRIPTS = /java\s?script/i;

/** What a page says without scripts, where it says something and has not said it elsewhere. */
function inlineNoscript(page: Document): void {
  for (const noscript of page.querySelectorAll("noscript")) {
    const words = wordsIn(noscript);
    const isShown = words !== "" && !ASKS_FOR_SCRIPTS.test(words) && !noscript.closest("head");
    const box = boxWith(page, isShown ? noscript.innerHTML : "");
    noscript.replaceChildren();
    if (isShown && !wordsIn(page.body).includes(words)) noscript.replaceWith(box);
    else noscript.remove();
  }
}

const SIDE_LINKS =
  /(?:^|[-_\s])(?:sidebar|nav|menu|share|social|related|newsletter|promo|ads?|cookie|toc)(?:[-_\s]|$)/i;
const MIN_ASIDE_WORDS = 4;

/** A remark beside the text is part of it; extraction leaves out every `aside`. */
function unwrapAsides(page: Document): void {
  for (const aside of page.querySelectorAll("article aside, main aside, [role=main] aside")) {
    if (SIDE_LINKS.test(`${aside.className} ${aside.id}`)) continue;
    let linked = "";
    for (const link of aside.querySelectorAll("a")) linked += link.textContent ?? "";
    const own = wordsIn(aside).length - linked.length;
    if (own < linked.length || wordsIn(aside).split(" ").length < MIN_ASIDE_WORDS) continue;
    const box = page.createElement("div");
    box.append(...aside.childNodes);
    aside.replaceWith(box);
  }
}

/** Extraction leaves out small pictures, and those that are loaded later. */
function describePictures(page: Document): void {
  for (const picture of page.querySelectorAll("img[alt]")) {
    const words = (picture.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
    const caption = picture.closest("figure")?.querySelector("figcaption");
    const box = page.createElement("span");
    box.textContent = caption && wordsIn(caption) === words ? "" : words;
    picture.replaceWith(box);
  }
}

function boxWith(page: Document, html: string): Element {
  const box = page.createElement("div");
  box.innerHTML = html;
  return box;
}

function wordsIn(node: Element): string {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim();
}
