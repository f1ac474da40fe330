import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { rowCells } from "../text/markdown/table-rows";

/** A block of Markdown without blocks inside it, at `[start, end)` of its source. */
export interface LeafBlock {
  readonly start: number;
  readonly end: number;
  /** The code of a code block; other blocks still hold their inline syntax. */
  readonly code?: string;
  /** The words of a table's row, with marks between its cells. */
  readonly row?: string;
}

const CONTAINER_TYPES = new Set(["root", "blockquote", "list", "listItem", "table"]);
/** Not shown to a reader. */
const SKIPPED_TYPES = new Set(["html", "definition", "thematicBreak"]);

/** The headings, paragraphs, rows and code blocks of Markdown, in order. For passages: a whole document takes too long. */
export function leafBlocks(markdown: string): readonly LeafBlock[] {
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return collectLeaves(fromMarkdown(markdown, options));
}

function collectLeaves(node: Nodes): readonly LeafBlock[] {
  // The parser always sets positions; their type is optional for trees made by hand.
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  if (node.type === "tableRow") return [{ start, end, row: rowCells(node).filter(Boolean).join(" · ") }];
  if (CONTAINER_TYPES.has(node.type) && "children" in node) return node.children.flatMap(collectLeaves);
  if (SKIPPED_TYPES.has(node.type)) return [];
  return [{ start, end, ...(node.type === "code" && { code: node.value }) }];
}
