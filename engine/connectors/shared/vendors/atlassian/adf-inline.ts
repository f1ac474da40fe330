import { codeSpan, escapeText, link } from "../../text/write-markdown";
import { type AdfNode, attribute, isRecord, plainAdfText } from "./adf-node";

const INLINE = new Set([
  "text",
  "hardBreak",
  "mention",
  "emoji",
  "date",
  "status",
  "inlineCard",
  "mediaInline",
  "placeholder",
  "inlineExtension",
  "confluenceJiraIssue",
  "confluenceUnsupportedInline",
]);

/** Whether a node is inline. */
export function isInline(node: AdfNode): boolean {
  return INLINE.has(node.type);
}

/** Converts a sequence of inline nodes to Markdown. */
export function inlineMarkdown(nodes: readonly AdfNode[]): string {
  return nodes.map(inlineNode).join("");
}

function inlineNode(node: AdfNode): string {
  switch (node.type) {
    case "text":
      return formatText(node);
    case "hardBreak":
      return "\n";
    case "mention":
      return escapeText(attribute(node, "text") || "@someone");
    case "emoji":
      return attribute(node, "text") || attribute(node, "shortName");
    case "date":
      return day(attribute(node, "timestamp"));
    case "status":
      return escapeText(attribute(node, "text"));
    case "inlineCard":
      return cardText(node);
    case "inlineExtension":
      return extensionText(node) || escapeText(plainAdfText(node));
    case "confluenceJiraIssue":
    case "confluenceUnsupportedInline":
      return escapeText(attribute(node, "issueKey") || attribute(node, "text") || "(unreadable part)");
    case "mediaInline":
      return mediaText(node);
    case "placeholder":
      // The hint of an empty field.
      return "";
    default:
      return escapeText(attribute(node, "text") || plainAdfText(node));
  }
}

/**
 * A card: the address of what it shows, with its name where it was stored (JSON-LD in `data`), or the query of a list
 * of issues.
 */
export function cardText(node: AdfNode): string {
  const { data, datasource } = node.attrs;
  const linked = isRecord(data) ? data : {};
  const parameters = isRecord(datasource) && isRecord(datasource.parameters) ? datasource.parameters : {};
  const url = attribute(node, "url") || textOf(linked.url);
  const name = textOf(linked.name) || textOf(parameters.jql);
  if (name === "") return url || "(link card)";
  return url === "" ? escapeText(name) : link(escapeText(name), url);
}

/** Parameters of an extension that a person reads; others are ids and layout. */
const READ_PARAMETERS = ["title", "name", "url", "jql", "jqlQuery", "key", "src"];

/** An extension computes its content: its name and its readable parameters stay. */
export function extensionText(node: AdfNode): string {
  const { parameters } = node.attrs;
  const all = isRecord(parameters) ? parameters : {};
  const macro = isRecord(all.macroParams) ? all.macroParams : {};
  const metadata = isRecord(all.macroMetadata) ? all.macroMetadata : {};
  const values = READ_PARAMETERS.flatMap((key) => {
    const own = macro[key];
    return (isRecord(own) ? textOf(own.value) : "") || textOf(all[key]) || [];
  });
  const name =
    textOf(all.extensionTitle) || textOf(metadata.title) || attribute(node, "extensionKey") || "extension";
  const text = attribute(node, "text");
  return escapeText(text || `(${[name, ...values].join(": ")})`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A placeholder for a picture or a file, whose address requires a sign-in. */
export function mediaText(node: AdfNode): string {
  const alt = attribute(node, "alt");
  const url = attribute(node, "url");
  if (url !== "") return link(escapeText(alt || url), url);
  return alt === "" ? "(attachment)" : `(attachment: ${escapeText(alt)})`;
}

/** Outermost first. Leading and trailing spaces stay outside, as Markdown requires. */
const WRAPPERS: readonly (readonly [mark: string, around: string])[] = [
  ["em", "*"],
  ["strong", "**"],
  ["strike", "~~"],
];

function formatText(node: AdfNode): string {
  const marks = new Map(node.marks.map((mark) => [mark.type, mark]));
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text) ?? [];
  if (core === "") return node.text;
  let text = marks.has("code") ? codeSpan(core) : escapeText(core);
  for (const [mark, around] of WRAPPERS) if (marks.has(mark)) text = `${around}${text}${around}`;
  const target = marks.get("link");
  if (target) text = link(text, attribute(target, "href"));
  return `${before}${text}${after}`;
}

function day(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return timestamp === "" || Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
