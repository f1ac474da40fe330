import { table } from "../shared/text/write-markdown";

/** Tags around blocks; their content is indented by one tab. */
const WRAPPER_TAGS =
  "callout|columns|column|synced_block|synced_block_reference|details|meeting-notes|notes|tabs|tab";
const OPEN = new RegExp(`^<(?:${WRAPPER_TAGS})(?:\\s[^>]*)?>$`);
const CLOSE = new RegExp(`^</(?:${WRAPPER_TAGS})>$`);

/** The state of the conversion. */
interface ParserState {
  readonly lines: string[];
  /** The backticks that opened the current code block; undefined outside of one. */
  fence: string | undefined;
  /** Number of open tags around the current line. */
  depth: number;
  /** Rows of the current table. */
  rows: string[][] | undefined;
}

/**
 * Removes Notion's extensions from its Markdown: layout tags, colours, mentions by tag, HTML tables, and addresses of
 * files, which expire within an hour.
 */
export function toPlainMarkdown(enhanced: string): string {
  const state: ParserState = { lines: [], fence: undefined, depth: 0, rows: undefined };
  for (const line of enhanced.replaceAll("\r\n", "\n").split("\n")) readLine(state, line);
  if (state.rows) endTable(state);
  return state.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function readLine(state: ParserState, line: string): void {
  const shifted = line.replace(new RegExp(`^\\t{0,${state.depth}}`), "");
  const text = shifted.trim();
  if (state.fence !== undefined) {
    if (text === state.fence) state.fence = undefined;
    state.lines.push(shifted);
  } else if (/^`{3,}/.test(text)) {
    state.fence = /^`+/.exec(text)?.[0];
    state.lines.push(shifted);
  } else if (state.rows || /^<table(\s[^>]*)?>/.test(text)) {
    readTable(state, text);
  } else if (OPEN.test(text)) {
    state.depth++;
    state.lines.push("");
  } else if (CLOSE.test(text)) {
    state.depth = Math.max(0, state.depth - 1);
    state.lines.push("");
  } else {
    state.lines.push(plainLine(shifted));
  }
}

/** Rows and cells may be on separate lines or on one. */
function readTable(state: ParserState, text: string): void {
  state.rows ??= [];
  for (const [part, cell] of text.matchAll(/<tr(?:\s[^>]*)?>|<td(?:\s[^>]*)?>(.*?)<\/td>/g)) {
    if (part.startsWith("<tr")) state.rows.push([]);
    else state.rows.at(-1)?.push(plainInline(cell ?? ""));
  }
  if (text.includes("</table>")) endTable(state);
}

function endTable(state: ParserState): void {
  state.lines.push("", table(state.rows ?? []), "");
  state.rows = undefined;
}

function plainLine(line: string): string {
  if (/^\s*:{3,}(\s|$)/.test(line)) return "";
  const summary = /^\s*<summary>(.*)<\/summary>\s*$/.exec(line);
  if (summary) return `\n**${plainInline(summary[1] ?? "")}**\n`;
  const text = line.trimEnd();
  if (!text.endsWith("}")) return plainInline(text);
  return plainInline(text.replace(/(?<!\\)\{(?:\s*[\w-]+="[^"]*")+\s*\}$/, "").trimEnd());
}

/** Inline code is left unchanged. */
function plainInline(text: string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, at) => (at % 2 === 1 ? part : withoutTags(part)))
    .join("");
}

// No tag pattern contains another "<", so that unclosed tags are not scanned repeatedly.
const LINK_TAGS =
  /<((?:mention-)?(?:page|database|data-source))\s[^<>]*?\burl="([^"<>]*)"[^<>]*>(.*?)<\/\1>/g;
const FILE_TAGS = /<(file|pdf|audio|video|image)\s[^>]*>(.*?)<\/\1>/g;

function withoutTags(text: string): string {
  return text
    .replace(LINK_TAGS, (_, _tag, url: string, label: string) =>
      /^https:/.test(url) ? `[${label}](${url})` : label,
    )
    .replace(
      /<mention-user(?:\s[^>]*[^/>])?>(.*?)<\/mention-user>/g,
      (_, name: string) => name && `@${name.replace(/^@/, "")}`,
    )
    .replace(
      /<mention-date\s+start="([^"]*)"(?:[^>]*?\send="([^"]*)")?[^>]*>/g,
      (_, start: string, end?: string) => (end ? `${start} to ${end}` : start),
    )
    .replace(FILE_TAGS, (_, _tag, label: string) => fileText(label))
    .replace(/!\[([^\]]*)\]\([^)\s]*\)/g, (_, label: string) => fileText(label))
    .replace(/<br\s*\/?>/g, " ")
    .replace(/<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/g, "")
    .replace(/\\([$^{}|~<>])/g, "$1");
}

function fileText(label: string): string {
  return label === "" ? "(attachment)" : `(attachment: ${label})`;
}
