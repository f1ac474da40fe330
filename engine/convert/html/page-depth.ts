import { tokenizeHtml } from "./tokenize-html";

/** Elements with implied end tags: a page with many unclosed ones is still flat. */
const OPTIONAL_END_TAGS = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup caption rt rp html head body"
  ).split(" "),
);

/** The nesting depth of a page's elements, without building a tree: linear in its length. */
export function pageDepth(html: string): number {
  const stack: string[] = [];
  const open = new Map<string, number>();
  let maxDepth = 0;
  let pushed = false;
  const pop = () => {
    const name = stack.pop() ?? "";
    open.set(name, (open.get(name) ?? 1) - 1);
  };
  tokenizeHtml(html, {
    open(name) {
      pushed = !OPTIONAL_END_TAGS.has(name);
      if (!pushed) return;
      stack.push(name);
      open.set(name, (open.get(name) ?? 0) + 1);
      maxDepth = Math.max(maxDepth, stack.length);
    },
    close(name) {
      // As in a browser, an end tag without its start tag is ignored, others close the open elements inside.
      while ((open.get(name) ?? 0) > 0) {
        const closed = stack.at(-1) === name;
        pop();
        if (closed) return;
      }
    },
    selfClose() {
      // Only SVG and MathML have `<path/>`; HTML ignores the slash.
      if (pushed && (open.get("svg") ?? 0) + (open.get("math") ?? 0) > 0) pop();
    },
  });
  return maxDepth;
}
