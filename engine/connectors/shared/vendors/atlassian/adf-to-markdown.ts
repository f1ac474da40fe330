import { codeBlock, listItem, prefixLines, table } from "../../text/write-markdown";
import { cardText, extensionText, inlineMarkdown, isInline, mediaText } from "./adf-inline";
import { type AdfNode, attribute, plainAdfText, toAdfNode, toAdfNodes } from "./adf-node";
import { withSpans } from "./adf-spans";
import { nameMentions, type PersonNames } from "./name-mentions";

/** Deeper nesting is converted to plain text, so that it does not exhaust the call stack. */
const MAX_DEPTH = 40;

/** Nodes that only hold others: an empty one is nothing to read. */
const CONTAINERS = new Set(
  (
    "doc paragraph bulletList orderedList listItem taskItem blockTaskItem decisionItem mediaSingle mediaGroup caption " +
    "tableRow tableCell tableHeader layoutSection layoutColumn multiBodiedExtension extensionFrame"
  ).split(" "),
);

/**
 * Converts an Atlassian Document Format document to Markdown. Accepts any JSON: anything that is not a document gives
 * "". Unknown nodes keep their text, and are named when they have none.
 * @param names by account id, for mentions without a name
 */
export function adfToMarkdown(value: unknown, names: PersonNames = new Map()): string {
  const root = toAdfNode(nameMentions(value, names));
  return root === undefined ? "" : blocks([root], 0).join("\n\n").trim();
}

/** Sequences of inline nodes between blocks become paragraphs. */
function blocks(nodes: readonly AdfNode[], depth: number): readonly string[] {
  const found: string[] = [];
  let line: AdfNode[] = [];
  const endLine = () => {
    found.push(inlineMarkdown(line).trim());
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      line.push(node);
      continue;
    }
    endLine();
    found.push(block(node, depth + 1));
  }
  endLine();
  return found.filter((text) => text.trim() !== "");
}

function block(node: AdfNode, depth: number): string {
  if (depth > MAX_DEPTH) return plainAdfText(node);
  switch (node.type) {
    case "heading":
      return heading(node);
    case "codeBlock":
      return codeBlock(plainAdfText(node), attribute(node, "language"));
    case "rule":
      return "---";
    case "bulletList":
      return list(node, depth, () => "-");
    case "orderedList":
      return list(node, depth, (at) => `${(Number(attribute(node, "order")) || 1) + at}.`);
    case "taskList":
      return list(node, depth, (_, item) => (attribute(item, "state") === "DONE" ? "- [x]" : "- [ ]"));
    case "decisionList":
      return list(node, depth, () => "- Decision:");
    case "blockquote":
    case "panel":
      return prefixLines(childrenMarkdown(node, depth), "> ");
    case "table":
      return tableOf(node, depth);
    case "expand":
    case "nestedExpand":
      return withTitle(attribute(node, "title"), childrenMarkdown(node, depth));
    case "media":
      return mediaText(node);
    case "blockCard":
    case "embedCard":
      return cardText(node);
    case "extension":
    case "bodiedExtension":
      return [extensionText(node), childrenMarkdown(node, depth)].filter(Boolean).join("\n\n");
    case "syncBlock":
      return "(a block shown from another page)";
    default:
      return otherBlock(node, depth);
  }
}

function otherBlock(node: AdfNode, depth: number): string {
  const parts = [node.text, attribute(node, "text"), childrenMarkdown(node, depth)].filter(Boolean);
  if (parts.length > 0 || node.type === "" || CONTAINERS.has(node.type)) return parts.join("\n\n");
  return `(${node.type})`;
}

function childrenMarkdown(node: AdfNode, depth: number): string {
  return blocks(toAdfNodes(node.content), depth).join("\n\n");
}

function heading(node: AdfNode): string {
  const level = Math.min(6, Math.max(1, Math.trunc(Number(attribute(node, "level"))) || 1));
  const text = inlineMarkdown(toAdfNodes(node.content)).replace(/\s+/g, " ").trim();
  return text === "" ? "" : `${"#".repeat(level)} ${text}`;
}

/** A nested list may be a sibling of the items instead of a child (task lists); it is placed under the last item. */
function list(node: AdfNode, depth: number, marker: (at: number, item: AdfNode) => string): string {
  let at = 0;
  const lines = toAdfNodes(node.content).map((item) => {
    const nested = item.type.endsWith("List");
    const text = (nested ? block(item, depth + 1) : itemText(item, depth)).trim();
    if (text === "") return "";
    return nested ? prefixLines(text, "  ") : listItem(marker(at++, item), text);
  });
  return lines.filter(Boolean).join("\n");
}

/** Blocks of one item are separated by a blank line, a nested list by a line end. */
function itemText(item: AdfNode, depth: number): string {
  const parts = itemBlocks(item, ITEMS, depth);
  return parts.reduce(
    (text, part) => (text === "" ? part : `${text}${isList(part) ? "\n" : "\n\n"}${part}`),
    "",
  );
}

const ITEMS = ["listItem", "taskItem", "blockTaskItem", "decisionItem"];

function isList(text: string): boolean {
  return /^(-|\d+\.) /.test(text);
}

function tableOf(node: AdfNode, depth: number): string {
  const rows = toAdfNodes(node.content).map((row) =>
    row.type === "tableRow" ? toAdfNodes(row.content) : [row],
  );
  const cells = rows.map((row) =>
    row.map((cell) => ({
      text: itemBlocks(cell, CELLS, depth).join("\n\n"),
      columns: Number(attribute(cell, "colspan")),
      rows: Number(attribute(cell, "rowspan")),
    })),
  );
  return table(withSpans(cells));
}

const CELLS = ["tableCell", "tableHeader"];

/** The content of a wrapper node; any other node stands for itself. */
function itemBlocks(node: AdfNode, wrappers: readonly string[], depth: number): readonly string[] {
  return blocks(wrappers.includes(node.type) ? toAdfNodes(node.content) : [node], depth + 1);
}

function withTitle(title: string, text: string): string {
  return [title && `**${title}**`, text].filter(Boolean).join("\n\n");
}
