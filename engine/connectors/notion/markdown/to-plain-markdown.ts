import { table } from "../../shared/text/write-markdown";
import { type MarkdownContext, NO_CONTEXT } from "./markdown-context";
import { plainInline } from "./plain-inline";
import { type BlockTag, parseBlockTag, splitBlockTags } from "./split-block-tags";
import { idIn, parseAttributes } from "./tags";

/** A block whose tag is open. */
interface OpenBlock {
  readonly tag: BlockTag;
  /** Tabs by which its content is indented, 0 or 1; undefined before its first line. */
  shift: number | undefined;
  /** Number of its lines so far; the first is its title. */
  lines: number;
  /** Number of its items, of a list. */
  items: number;
}

/** The state of the conversion. */
interface ParserState {
  readonly context: MarkdownContext;
  readonly lines: string[];
  readonly open: OpenBlock[];
  /** By number of tabs: whether the last line with this indent is an item of a list. */
  readonly isItem: boolean[];
  /** The backticks that opened the current code block; undefined outside of one. */
  fence: string | undefined;
  /** The lines of the current table; undefined outside of one. */
  table: string[] | undefined;
}

/**
 * Converts Notion's Markdown, of both versions, to plain Markdown: layout tags, colours, mentions by tag, HTML tables,
 * and addresses of files, which expire within an hour. See https://developers.notion.com/guides/data-apis/enhanced-markdown
 * and https://developers.notion.com/guides/data-apis/notion-flavored-markdown.
 */
export function toPlainMarkdown(enhanced: string, context: MarkdownContext = NO_CONTEXT): string {
  const state: ParserState = { context, lines: [], open: [], isItem: [], fence: undefined, table: undefined };
  for (const line of enhanced.replaceAll("\r\n", "\n").split("\n")) {
    const isCode = state.fence !== undefined || /^\s*`{3,}/.test(line);
    for (const part of isCode ? [line] : splitBlockTags(line)) readLine(state, part);
  }
  if (state.table) endTable(state);
  return state.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function readLine(state: ParserState, line: string): void {
  const shifted = withoutShift(state, line);
  const text = shifted.trim();
  if (state.fence !== undefined) {
    if (text === state.fence) state.fence = undefined;
    state.lines.push(shifted);
  } else if (/^`{3,}/.test(text)) {
    state.fence = /^`+/.exec(text)?.[0];
    state.lines.push(shifted);
  } else if (state.table || /^<table(\s[^>]*)?>/.test(text)) {
    state.table ??= [];
    state.table.push(text);
    if (text.includes("</table>")) endTable(state);
  } else {
    const tag = parseBlockTag(text);
    if (tag) readTag(state, tag);
    else readText(state, shifted);
  }
}

/** The first version indents what is within a tag, the second does not. */
function withoutShift({ open, fence }: ParserState, line: string): string {
  const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
  let shift = 0;
  for (const block of open) {
    const isEnd = fence === undefined && line.trim() === `</${block.tag.name}>`;
    if (block.shift === undefined && line.trim() !== "" && !isEnd) block.shift = tabs > shift ? 1 : 0;
    shift += block.shift ?? 0;
  }
  return line.slice(Math.min(tabs, shift));
}

function readTag(state: ParserState, tag: BlockTag): void {
  if (tag.isEmpty) return;
  state.isItem.length = 0;
  if (tag.isEnd) {
    const at = state.open.findLastIndex((block) => block.tag.name === tag.name);
    if (at >= 0) state.open.splice(at);
    if (tag.name === "equation") state.lines.push("$$");
    if (!isInList(state)) state.lines.push("");
    return;
  }
  if (state.open.length >= MAX_DEPTH) return;
  if (!isInList(state)) state.lines.push("");
  const list = state.open.at(-1);
  if (tag.name === "li" && list) list.items++;
  state.open.push({ tag, shift: undefined, lines: 0, items: 0 });
  state.lines.push(...beginning(state, tag));
}

/** Notion nests less; deeper tags are malformed. */
const MAX_DEPTH = 40;

function isInList({ open }: ParserState): boolean {
  return open.some(({ tag }) => tag.name === "ul" || tag.name === "ol" || tag.name === "li");
}

const SECTIONS: Readonly<Record<string, string>> = {
  "meeting-notes-section-notes": "Notes",
  "meeting-notes-section-summary": "Summary",
  "meeting-notes-section-transcript": "Transcript",
  notes: "Notes",
  transcript: "Transcript",
};

/** Lines that a tag says before its content. */
function beginning({ open, context }: ParserState, { name, attributes }: BlockTag): readonly string[] {
  const { attendees = "", subject, from, to, cc } = parseAttributes(attributes);
  if (name === "equation") return ["$$"];
  if (name === "mail") {
    const rows = Object.entries({ Subject: subject, From: from, To: to, Cc: cc });
    return [...rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])), ""];
  }
  if (name === "meeting-notes" && attendees !== "") {
    const names = attendees.split(",").map((url) => context.names.user(idIn(url) ?? "") ?? "someone");
    return [`Attendees: ${names.join(", ")}`, ""];
  }
  const isSummary = name === "summary" && open.some(({ tag }) => tag.name === "meeting-notes");
  const section = isSummary ? "Summary" : SECTIONS[name];
  return section === undefined ? [] : [`**${section}**`, ""];
}

/** A line of text: plain, with the marks of the blocks that it is in. */
function readText(state: ParserState, line: string): void {
  const equation = state.open.at(-1)?.tag.name === "equation";
  const text = equation ? line.trim() : plainLine(withoutIndent(state, line), state.context);
  const prefix = state.open.map((block) => prefixOf(state, block)).join("");
  const block = state.open.at(-1);
  const shown = block && block.lines === 0 && text.trim() !== "" ? title(state, block, text) : text;
  if (text.trim() !== "") for (const each of state.open) each.lines++;
  if (omitsTranscript(state, text)) state.context.leaveOut({ kind: "transcript", name: "" });
  state.lines.push(`${prefix}${shown}`.trimEnd());
}

function omitsTranscript({ open }: ParserState, text: string): boolean {
  return open.some(({ tag }) => tag.name.endsWith("transcript")) && /^transcript omitted/i.test(text.trim());
}

/** Four columns are a level of any list in Markdown. */
function prefixOf({ open }: ParserState, { tag, lines, items }: OpenBlock): string {
  if (tag.name === "quote") return "> ";
  if (tag.name !== "li") return "";
  if (lines > 0) return "    ";
  const list = open.findLast((block) => block.tag.name === "ol" || block.tag.name === "ul");
  return list?.tag.name === "ol" ? `${list.items}. ` : items > 0 ? "" : "- ";
}

/** The first line of a block. */
function title(state: ParserState, { tag }: OpenBlock, text: string): string {
  const { heading, checked } = parseAttributes(tag.attributes);
  const level = /^h([1-4])$/.exec(tag.name === "toggle" ? (heading ?? "") : tag.name)?.[1];
  if (level) return `${"#".repeat(Number(level))} ${text.trim()}`;
  if (tag.name === "todo") return `- [${checked === "true" ? "x" : " "}] ${text.trim()}`;
  const isToggle = tag.name === "summary" && state.open.at(-2)?.tag.name === "details";
  const isTitle = isToggle || ["toggle", "tab", "meeting-notes"].includes(tag.name);
  return isTitle ? `**${text.trim()}**\n` : text;
}

/** Children are indented, which only those of a list are in Markdown: others would be code. */
function withoutIndent({ isItem, lines }: ParserState, line: string): string {
  const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(tabs);
  if (text.trim() === "") return "";
  const kept = isItem.slice(0, tabs).filter(Boolean).length;
  isItem.length = Math.min(isItem.length, tabs);
  isItem[tabs] = /^([-*+]|\d+[.)])\s/.test(text);
  if (kept < tabs && !isItem[tabs]) lines.push("");
  return `${"\t".repeat(kept)}${text}`;
}

function plainLine(line: string, context: MarkdownContext): string {
  if (/^\s*:{3,}(\s|$)/.test(line)) return "";
  const text = line.trimEnd().replace(/(?<!\\)\\$/, "");
  if (!text.endsWith("}")) return plainInline(text, context);
  return plainInline(text.replace(/(?<!\\)\{(?:\s*[\w-]+="[^"]*")+\s*\}$/, "").trimEnd(), context);
}

/** Rows and cells may be on separate lines or on one. */
function endTable(state: ParserState): void {
  const [, ...rows] = (state.table ?? []).join("\n").split(/<tr(?:\s[^<>]*)?>/);
  const cells = rows.map((row) =>
    row
      .split(/<t[dh](?:\s[^<>]*)?>/)
      .slice(1)
      .map((cell) => plainInline(cell.split(/<\/t[dhr]/, 1)[0] ?? "", state.context)),
  );
  state.lines.push("", table(cells), "");
  state.table = undefined;
}
