import type { Nodes } from "mdast";

const BLOCKS = new Set(["root", "blockquote", "list", "listItem", "table"]);

/** The words of a parsed stretch of Markdown as a reader sees them: no syntax, images or HTML; blocks on lines of their own. */
export function markdownWords(node: Nodes): string {
  if (node.type === "break") return " ";
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "html") return htmlWords(node.value);
  if (!("children" in node)) return "";
  const separator = node.type === "tableRow" ? " " : BLOCKS.has(node.type) ? "\n" : "";
  const words = node.children.map(markdownWords);
  return (separator === "" ? words : words.filter((part) => part !== "")).join(separator);
}

/** Tags have no words, but one that ends a line or raises a number keeps what is beside it apart. */
function htmlWords(html: string): string {
  if (/^<br\b/i.test(html)) return " ";
  return /^<sup\b/i.test(html) ? "^" : "";
}
