import type { List, Paragraph, PhrasingContent } from "mdast";
import { countWords } from "../../../util/words";
import { countWordsOutsideLinks } from "../count-words-outside-links";

/** Badges, link lists and "Back to top" have almost no words outside their links. */
export function isNavigation(node: Paragraph | List): boolean {
  if (node.type === "paragraph") return countWordsOutsideLinks(wordsOutsideLinks(node.children)) < 2;
  return node.children.every((item) =>
    item.children.every(
      (child) => child.type === "list" || (child.type === "paragraph" && isLinkOnly(child)),
    ),
  );
}

/** An item may be a single word, but a link that is one leads elsewhere. */
function isLinkOnly(paragraph: Paragraph): boolean {
  const words = wordsOutsideLinks(paragraph.children);
  return countWords(words) === 0 || (isNavigation(paragraph) && paragraph.children.some(isLink));
}

function isLink({ type }: PhrasingContent): boolean {
  return type === "link" || type === "linkReference" || type === "image" || type === "imageReference";
}

function wordsOutsideLinks(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOutsideLinks).join(" ");
}

function textOutsideLinks(node: PhrasingContent): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return node.type === "emphasis" || node.type === "strong" ? wordsOutsideLinks(node.children) : "";
}
