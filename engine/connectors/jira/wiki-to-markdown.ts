import { codeBlock, codeSpan, link, prefixLines, table } from "../shared/text/write-markdown";
import type { PersonNames } from "../shared/vendors/atlassian/name-mentions";

/** A mention of a person: by user name, or by account id on a site that moved to the cloud and back. */
const MENTION = /\[~(?:accountid:)?([^\]\n]+)\]/g;

/** User names and account ids of the mentions in a text of wiki markup. */
export function wikiMentions(wiki: string): readonly string[] {
  return [...wiki.matchAll(MENTION)].map(([, id = ""]) => id);
}

/**
 * Converts Jira's wiki markup (Data Center) to Markdown: headings, emphasis, lists, tables, code, quotes, links and
 * mentions. Colours and other decoration are removed; their text stays.
 * @param names by user name or account id; a mention of anyone else keeps the id
 */
export function wikiToMarkdown(wiki: string, names: PersonNames = new Map()): string {
  const named = wiki.replace(MENTION, (whole, id: string) => {
    const name = names.get(id);
    return name === undefined ? whole : `@${name}`;
  });
  return convert(named);
}

function convert(wiki: string): string {
  const parts = wiki.replaceAll("\r\n", "\n").split(BLOCK);
  const written: string[] = [];
  // split() with three groups returns: text, name, parameters, body, text, …
  for (let at = 0; at < parts.length; at += 4) {
    written.push(linesToMarkdown(parts[at] ?? ""));
    if (parts[at + 1] !== undefined)
      written.push(blockToMarkdown(parts[at + 1] ?? "", parts[at + 2] ?? "", parts[at + 3] ?? ""));
  }
  return written
    .filter((text) => text.trim() !== "")
    .join("\n\n")
    .trim();
}

const BLOCK = /\{(code|noformat|quote|panel|info|note|tip|warning)(?::([^}\n]*))?\}([\s\S]*?)\{\1\}/;

function blockToMarkdown(name: string, parameters: string, body: string): string {
  const title = /title=([^|]+)/.exec(parameters)?.[1];
  const heading = title && `**${title}**`;
  if (name === "code" || name === "noformat") {
    const language =
      /^[^=|]+(?=\||$)/.exec(parameters)?.[0] ?? /language=([\w+#-]+)/.exec(parameters)?.[1] ?? "";
    const code = codeBlock(body.replace(/^\n/, ""), name === "code" ? language : "");
    return [heading, code].filter(Boolean).join("\n\n");
  }
  const text = [heading, convert(body)].filter(Boolean).join("\n\n");
  return prefixLines(text, "> ");
}

function linesToMarkdown(text: string): string {
  const written: string[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) written.push("", table(rows), "");
    rows = [];
  };
  for (const line of joinTableRows(text.split("\n"))) {
    if (/^\s*\|.*\|\s*$/.test(line)) rows.push(cells(line));
    else {
      endTable();
      written.push(lineToMarkdown(line));
    }
  }
  endTable();
  return written
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Maximum number of lines of one table row. */
const MAX_ROW_LINES = 30;

/** A cell may have line ends: the row goes on up to the line that ends in a bar. */
function joinTableRows(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const end = isOpenRow(line) ? rowEnd(lines, at) : at;
    joined.push(lines.slice(at, end + 1).join(" "));
    at = end;
  }
  return joined;
}

function isOpenRow(line: string): boolean {
  return /^\s*\|/.test(line) && !/\|\s*$/.test(line);
}

/** Line that ends the row; the row's own line when none does before a blank line or another row. */
function rowEnd(lines: readonly string[], start: number): number {
  for (let at = start + 1; at < Math.min(lines.length, start + MAX_ROW_LINES); at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "" || /^\s*\|/.test(line)) return start;
    if (/\|\s*$/.test(line)) return at;
  }
  return start;
}

/** A bar within a link separates its label, and one within code is code. */
function cells(line: string): string[] {
  const inner = line.trim().replace(/^\|+|\|+$/g, "");
  return (inner.match(/(?:\[[^\]\n]*\]|\{\{.+?\}\}|[^|])+/g) ?? []).map((cell) => inline(cell.trim()));
}

function lineToMarkdown(line: string): string {
  const heading = /^\s*h([1-6])\.\s+(.*)$/.exec(line);
  if (heading) return `\n${"#".repeat(Number(heading[1]))} ${inline(heading[2] ?? "")}\n`;
  const item = /^\s*([*#-]+)\s+(.*)$/.exec(line);
  if (item) {
    const [, marks = "", text = ""] = item;
    return `${"   ".repeat(marks.length - 1)}${marks.endsWith("#") ? "1." : "-"} ${inline(text)}`;
  }
  const quote = /^\s*bq\.\s+(.*)$/.exec(line);
  if (quote) return `\n> ${inline(quote[1] ?? "")}\n`;
  return /^\s*-{4,}\s*$/.test(line) ? "\n---\n" : inline(line);
}

/** `{{code}}` is taken out first, so that its content is not interpreted as markup. */
function inline(text: string): string {
  return text
    .split(/\{\{(.+?)\}\}/)
    .map((part, at) => (at % 2 === 1 ? codeSpan(part) : inlineMarkup(part)))
    .join("");
}

function inlineMarkup(text: string): string {
  return text
    .replace(/\{color(?::[^}\n]*)?\}|\{anchor:[^}\n]*\}/g, "")
    .replace(MENTION, "@$1")
    .replace(/!(https?:[^!\s|]+)(?:\|[^!\n]*)?!/g, "(picture: $1)")
    .replace(/!([^!\n|]+\.\w+)(?:\|[^!\n]*)?!/g, "(attachment: $1)")
    .replace(/(^|\s)\(([/x!?])\)(?=\s|$)/g, (_, before: string, icon: string) => before + (ICONS[icon] ?? ""))
    .replace(/\?\?(?=\S)([^?\n]*\S)\?\?/g, "“$1”")
    .replace(/\[([^\]|\n]+)\|([^\]|\n]+)(?:\|[^\]\n]*)?\]/g, (_, label: string, url: string) =>
      link(label, url),
    )
    .replace(/\[((?:https?|mailto):[^\]\s|]+)\]/g, "$1")
    .replace(/\[#([^\]\n]+)\]/g, "$1")
    .replace(/\[\^([^\]\n]+)\]/g, "(attachment: $1)")
    .replace(/\{([*_+-])\}([^\n]+?)\{\1\}/g, (_, mark: string, words: string) => emphasised(mark, words))
    .replace(emphasis("\\*"), `$1${BOLD}$2${BOLD}`)
    .replace(emphasis("_"), `$1${SLANTED}$2${SLANTED}`)
    .replace(emphasis("-"), "$1~~$2~~")
    .replace(emphasis("\\+"), "$1$2")
    .replace(/(?<!\\)\*/g, "\\*")
    .replace(/(?<!\\)<(?=[a-z/!?])/gi, "\\<")
    .replaceAll(BOLD, "**")
    .replaceAll(SLANTED, "*")
    .replace(/\\\\(?=\s|$)/g, "\n");
}

/** `{*}part{*}` of a word. */
function emphasised(mark: string, words: string): string {
  if (mark === "*") return BOLD + words + BOLD;
  if (mark === "_") return SLANTED + words + SLANTED;
  return mark === "-" ? `~~${words}~~` : words;
}

/** The signs that Jira draws for its marks. */
const ICONS: Readonly<Record<string, string>> = { "/": "✔", x: "✘", "!": "⚠", "?": "❓" };

/** Stand for the marks of Markdown until the stars of the text are escaped; they are no characters of any text. */
const BOLD = "\uE000";
const SLANTED = "\uE001";

/**
 * A pair of marks around words, adjacent to the words inside and to no word outside. Another mark before a word inside
 * opens no pair: "from -5 to -3".
 */
function emphasis(mark: string): RegExp {
  const before = `(^|[\\s(>${BOLD}${SLANTED}]|(?<![^\\s(>])[_+-])`;
  const body = `((?:(?!\\s${mark}\\S)[^\\n])*?\\S)`;
  const after = `(?=[_+-]?(?:$|[\\s.,;:!?)<${BOLD}${SLANTED}]))`;
  return new RegExp(`${before}${mark}(?=\\S)${body}${mark}${after}`, "g");
}
