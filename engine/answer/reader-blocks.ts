import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** A block of Markdown without blocks inside it, at `[start, end)` of its source. */
export interface ReaderBlock {
  readonly start: number;
  readonly end: number;
  /** The code of a code block; other blocks still hold their inline syntax. */
  readonly code?: string;
}

const CONTAINERS = new Set(["root", "blockquote", "list", "listItem", "table"]);
/** HTML and definitions of links are not for a reader. */
const UNSEEN = new Set(["html", "definition", "thematicBreak"]);

/** The headings, paragraphs, rows and code blocks of Markdown, in order. For a passage; a document takes too long. */
export function readerBlocks(markdown: string): readonly ReaderBlock[] {
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return leaves(fromMarkdown(markdown, options));
}

function leaves(node: Nodes): readonly ReaderBlock[] {
  if (CONTAINERS.has(node.type) && "children" in node) return node.children.flatMap(leaves);
  if (UNSEEN.has(node.type)) return [];
  // The parser always sets positions; the type allows for trees made by hand.
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  return [{ start, end, ...(node.type === "code" && { code: node.value }) }];
}
