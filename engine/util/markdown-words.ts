import type { Nodes } from "mdast";

const BLOCKS = new Set(["root", "blockquote", "list", "listItem", "table"]);

/** The words of a parsed stretch of Markdown as a reader sees them: no syntax, images or HTML; blocks on lines of their own. */
export function markdownWords(node: Nodes): string {
  if (node.type === "break") return " ";
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (!("children" in node)) return "";
  const separator = node.type === "tableRow" ? " " : BLOCKS.has(node.type) ? "\n" : "";
  const words = node.children.map(markdownWords);
  return (separator === "" ? words : words.filter((part) => part !== "")).join(separator);
}
