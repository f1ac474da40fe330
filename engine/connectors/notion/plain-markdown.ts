import { table } from "../markdown/write-markdown";

/** Tags around blocks, which stand one tab deeper. */
const AROUND =
  "callout|columns|column|synced_block|synced_block_reference|details|meeting-notes|notes|tabs|tab";
const OPEN = new RegExp(`^<(?:${AROUND})(?:\\s[^>]*)?>$`);
const CLOSE = new RegExp(`^</(?:${AROUND})>$`);

/** What has been read so far. */
interface Reading {
  readonly lines: string[];
  /** The backticks that opened a code block, while within one. */
  fence: string | undefined;
  /** Tags around the line at hand. */
  depth: number;
  /** Rows of the table at hand. */
  rows: string[][] | undefined;
}

/**
 * Notion's Markdown without what only Notion reads: tags of layout, colours, mentions by tag, tables in HTML, and
 * addresses of files, which expire within the hour.
 */
export function toPlainMarkdown(enhanced: string): string {
  const reading: Reading = { lines: [], fence: undefined, depth: 0, rows: undefined };
  for (const line of enhanced.replaceAll("\r\n", "\n").split("\n")) readLine(reading, line);
  if (reading.rows) endTable(reading);
  return reading.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function readLine(reading: Reading, line: string): void {
  const shifted = line.replace(new RegExp(`^\\t{0,${reading.depth}}`), "");
  const text = shifted.trim();
  if (reading.fence !== undefined) {
    if (text === reading.fence) reading.fence = undefined;
    reading.lines.push(shifted);
  } else if (/^`{3,}/.test(text)) {
    reading.fence = /^`+/.exec(text)?.[0];
    reading.lines.push(shifted);
  } else if (reading.rows || /^<table(\s[^>]*)?>/.test(text)) {
    readTable(reading, text);
  } else if (OPEN.test(text)) {
    reading.depth++;
    reading.lines.push("");
  } else if (CLOSE.test(text)) {
    reading.depth = Math.max(0, reading.depth - 1);
    reading.lines.push("");
  } else {
    reading.lines.push(plainLine(shifted));
  }
}

/** Rows and cells may stand on lines of their own or all on one. */
function readTable(reading: Reading, text: string): void {
  reading.rows ??= [];
  for (const [part, cell] of text.matchAll(/<tr(?:\s[^>]*)?>|<td(?:\s[^>]*)?>(.*?)<\/td>/g)) {
    if (part.startsWith("<tr")) reading.rows.push([]);
    else reading.rows.at(-1)?.push(plainInline(cell ?? ""));
  }
  if (text.includes("</table>")) endTable(reading);
}

function endTable(reading: Reading): void {
  reading.lines.push("", table(reading.rows ?? []), "");
  reading.rows = undefined;
}

function plainLine(line: string): string {
  if (/^\s*:{3,}(\s|$)/.test(line)) return "";
  const summary = /^\s*<summary>(.*)<\/summary>\s*$/.exec(line);
  if (summary) return `\n**${plainInline(summary[1] ?? "")}**\n`;
  const text = line.trimEnd();
  if (!text.endsWith("}")) return plainInline(text);
  return plainInline(text.replace(/(?<!\\)\{(?:\s*[\w-]+="[^"]*")+\s*\}$/, "").trimEnd());
}

/** Code in a line stays as it is. */
function plainInline(text: string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, at) => (at % 2 === 1 ? part : withoutTags(part)))
    .join("");
}

// No tag holds another's "<", so that tags which never end are not looked for again and again.
const LINKED = /<((?:mention-)?(?:page|database|data-source))\s[^<>]*?\burl="([^"<>]*)"[^<>]*>(.*?)<\/\1>/g;
const FILES = /<(file|pdf|audio|video|image)\s[^>]*>(.*?)<\/\1>/g;

function withoutTags(text: string): string {
  return text
    .replace(LINKED, (_, _tag, url: string, label: string) =>
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
    .replace(FILES, (_, _tag, label: string) => fileText(label))
    .replace(/!\[([^\]]*)\]\([^)\s]*\)/g, (_, label: string) => fileText(label))
    .replace(/<br\s*\/?>/g, " ")
    .replace(/<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/g, "")
    .replace(/\\([$^{}|~<>])/g, "$1");
}

function fileText(label: string): string {
  return label === "" ? "(attachment)" : `(attachment: ${label})`;
}
