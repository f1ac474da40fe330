import { parseHTML } from "linkedom";

/** The address of a page without one; links to it are dropped. */
export const PLACEHOLDER_URL = "https://page.invalid/";

/** Space that some programs align text with. Writing Markdown takes time squared in its length. */
const LONG_SPACE = /(?:&nbsp;|&#160;|&#xa0;|\u00A0){32,}/gi;

/** Parses a page to a tree without a browser. Fragments get the root elements they lack, as in a browser. */
export function parsePage(html: string, url: string): Document {
  const shortened = html.replace(LONG_SPACE, " ");
  const { document } = parseHTML(hasRoot(shortened) ? shortened : wrapInRoot(shortened));
  // linkedom allows setting the address; Defuddle reads it to resolve links and to recognise sites.
  Object.defineProperty(document, "URL", { value: url, configurable: true });
  Object.defineProperty(document, "styleSheets", { value: [], configurable: true });
  return document;
}

function hasRoot(html: string): boolean {
  return /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
}

/** linkedom uses the first element as the root, so stray root tags inside the wrapper are removed. */
function wrapInRoot(html: string): string {
  const inner = html.replace(/<\/?(?:html|head|body|!doctype)(?=[\s>])[^>]{0,1000}>/gi, "");
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}
