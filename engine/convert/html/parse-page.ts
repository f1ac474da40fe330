import { parseHTML } from "linkedom";

/** Stands in for the address of a page that has none; links that lead there lead nowhere. */
export const PLACEHOLDER_URL = "https://page.invalid/";

/** A page as a tree that needs no browser. Fragments get the root elements they lack, as in a browser. */
export function parsePage(html: string, url: string): Document {
  const { document } = parseHTML(hasRoot(html) ? html : wrapInRoot(html));
  // linkedom lets the address be set; Defuddle reads it to resolve links and to recognise sites.
  Object.defineProperty(document, "URL", { value: url, configurable: true });
  Object.defineProperty(document, "styleSheets", { value: [], configurable: true });
  return document;
}

function hasRoot(html: string): boolean {
  return /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
}

/** linkedom takes the first element for the root, so stray root tags inside the wrapper must go. */
function wrapInRoot(html: string): string {
  const inner = html.replace(/<\/?(?:html|head|body|!doctype)(?=[\s>])[^>]{0,1000}>/gi, "");
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}
