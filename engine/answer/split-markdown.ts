import type { Code, List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { plainText } from "../util/plain-text";
import { fenceCode } from "./fence-code";
import { splitPlain } from "./split-plain";
import { splitSentences } from "./split-sentences";
import type { Unit } from "./unit";

const LONGEST_CODE = 700;
const LONGEST_LIST = 700;
/** The parser's time grows with the square of some texts; a passage this long is no prose. */
const LONGEST_PARSED = 8_000;

/**
 * Units of Markdown. Headings, tables, badges, navigation and raw HTML are no claims; a lead-in ending in a
 * colon takes the code block or list it announces along.
 */
export function splitMarkdown(text: string): readonly Unit[] {
  if (text.length > LONGEST_PARSED) return splitPlain(text);
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return unitsOf(tree.children, text);
}

function unitsOf(nodes: readonly RootContent[], text: string): readonly Unit[] {
  const units: Unit[] = [];
  for (const [position, node] of nodes.entries()) {
    if (node.type === "paragraph") units.push(...paragraphUnits(node, nodes[position + 1], text));
    else if (node.type === "code") units.push(...codeUnit(node, units.at(-1)));
    else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem") {
      units.push(...unitsOf(node.children, text));
    }
  }
  return units;
}

function paragraphUnits(paragraph: Paragraph, next: RootContent | undefined, text: string): readonly Unit[] {
  if (!isProse(paragraph)) return [];
  const sentences: Unit[] = splitSentences(text, rangeOf(paragraph)).map(([start, end]) => {
    return { kind: "sentence", start, end };
  });
  const last = sentences.at(-1);
  if (!last || !next || text.charAt(last.end - 1) !== ":") return sentences;
  const announced = announcedUnit(last, next, text);
  return announced ? [...sentences.slice(0, -1), announced] : sentences;
}

function announcedUnit(lead: Unit, next: RootContent, text: string): Unit | undefined {
  const [from, end] = rangeOf(next);
  const words = plainText(text.slice(lead.start, lead.end));
  if (next.type === "code" && end - from <= LONGEST_CODE) {
    return {
      kind: "code",
      start: lead.start,
      end,
      markdown: `${words}\n\n${fenceCode(next.value, next.lang)}`,
    };
  }
  if (next.type === "list" && end - from <= LONGEST_LIST && !isNavigation(next)) {
    return { kind: "list", start: lead.start, end, markdown: `${words}\n\n${listItems(next, text)}` };
  }
  return undefined;
}

/** Nothing for code that is part of the unit before, and nothing for code too long to quote. */
function codeUnit(node: Code, before: Unit | undefined): readonly Unit[] {
  const [start, end] = rangeOf(node);
  if (end - start > LONGEST_CODE || (before && before.end >= end)) return [];
  return [{ kind: "code", start, end, markdown: fenceCode(node.value, node.lang) }];
}

function listItems(list: List, text: string): string {
  return list.children
    .map((item, position) => {
      const marker = list.ordered ? `${(list.start ?? 1) + position}.` : "-";
      const paragraphs = item.children.filter((child) => child.type === "paragraph");
      return `${marker} ${paragraphs.map((paragraph) => plainText(text.slice(...rangeOf(paragraph)))).join(" ")}`;
    })
    .join("\n");
}

/** Badges, link lists and "Back to top" have hardly a word outside their links. */
function isProse(paragraph: Paragraph): boolean {
  const words = paragraph.children
    .map(ownWords)
    .join(" ")
    .match(/[\p{L}\p{N}]+/gu);
  return (words?.length ?? 0) >= 2;
}

function ownWords(node: PhrasingContent): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "emphasis" || node.type === "strong") return node.children.map(ownWords).join(" ");
  return "";
}

function isNavigation(list: List): boolean {
  return list.children.every((item) =>
    item.children.every((child) => child.type === "list" || (child.type === "paragraph" && !isProse(child))),
  );
}

function rangeOf(node: RootContent): [number, number] {
  // The parser always sets positions; the type allows for trees made by hand.
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
