import { parseHTML } from "linkedom";

/** Stands in for the address of a page that has none; links that lead there lead nowhere. */
export const NOWHERE = "https://page.invalid/";

/** A page as a tree that needs no browser. Fragments and pages without `<body>` get one, as in a browser. */
export function parsePage(html: string, url: string | undefined): Document {
  const whole = /<body[\s>]/i.test(html) ? html : wrap(html);
  const { document } = parseHTML(whole);
  // linkedom lets the address be set; Defuddle reads it to resolve links and to recognise sites.
  Object.defineProperty(document, "URL", { value: url ?? NOWHERE, configurable: true });
  Object.defineProperty(document, "styleSheets", { value: [], configurable: true });
  return document;
}

/** linkedom takes the first element for the root, so stray root tags inside the wrapper must go. */
function wrap(html: string): string {
  const inner = html.replace(/<\/?(?:html|head|!doctype)[^>]{0,1000}>/gi, "");
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}
