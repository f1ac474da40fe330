const MAX_DEFINITION_CHARACTERS = 300;
const BLOCKS = "p + p, dd div + div, ul, ol, dl, table, pre, blockquote, h1, h2, h3, h4, h5, h6";

/**
 * Turns short lists of terms and definitions into paragraphs "**Term:** definition", since Markdown has no form for them.
 * Extraction would take a list for facts about the page, and leave it out.
 */
export function normaliseDefinitions(root: Element): void {
  for (const list of root.querySelectorAll("dl")) {
    const entries = entriesOf(list);
    if (entries && !list.querySelector(BLOCKS)) list.replaceWith(toParagraphs(entries, list.ownerDocument));
  }
}

interface Entry {
  readonly terms: Element[];
  readonly definitions: Element[];
}

/** Undefined where a term has no definition, or a definition is long. */
function entriesOf(list: Element): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const node of list.querySelectorAll("dt, dd")) {
    const last = entries.at(-1);
    if (node.nodeName === "DD") {
      if (!last || (node.textContent ?? "").length > MAX_DEFINITION_CHARACTERS) return undefined;
      last.definitions.push(node);
    } else if (last && last.definitions.length === 0) last.terms.push(node);
    else entries.push({ terms: [node], definitions: [] });
  }
  return entries.length > 0 && entries.every(({ definitions }) => definitions.length > 0)
    ? entries
    : undefined;
}

function toParagraphs(entries: readonly Entry[], page: Document): Element {
  const paragraphs = page.createElement("div");
  for (const { terms, definitions } of entries) {
    const term = page.createElement("strong");
    const names = terms.map(({ textContent }) => (textContent ?? "").trim().replace(/:$/, ""));
    term.textContent = `${names.join(", ")}:`;
    const paragraph = page.createElement("p");
    paragraph.append(term, " ");
    for (const definition of definitions)
      for (const wrapper of definition.querySelectorAll("p, div")) wrapper.replaceWith(...wrapper.childNodes);
    for (const [position, definition] of definitions.entries())
      paragraph.append(...(position > 0 ? ["; "] : []), ...definition.childNodes);
    paragraphs.append(paragraph);
  }
  return paragraphs;
}
