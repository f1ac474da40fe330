import { readHtmlTokens } from "./html-tokens";

/** Elements that need an end tag of their own; others (`<p>`, `<li>`, `<br>`) may legally pile up unclosed. */
const CONTAINERS = new Set(
  (
    "a abbr article aside b big blockquote button center cite code del details div dl em fieldset figure font " +
    "footer form g h1 h2 h3 h4 h5 h6 header i ins kbd label main mark math nav ol pre q s section small span " +
    "strike strong sub summary sup svg table tt u ul var"
  ).split(" "),
);

/** How deep the elements of a page nest, without building them. */
export function pageDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  readHtmlTokens(html, {
    open(name) {
      if (!CONTAINERS.has(name)) return;
      depth++;
      if (depth > deepest) deepest = depth;
    },
    close(name) {
      if (depth > 0 && CONTAINERS.has(name)) depth--;
    },
  });
  return deepest;
}
