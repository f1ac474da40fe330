import { codeBlock, codeSpan, link, prefixLines, table } from "../shared/text/write-markdown";

/**
 * Converts Jira's wiki markup (Data Center) to Markdown: headings, emphasis, lists, tables, code, quotes, links and
 * mentions. Colours and other decoration are removed; their text stays.
 */
export function wikiToMarkdown(wiki: string): string {
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

const BLOCK = /\{(code|noformat|quote|panel)(?::([^}\n]*))?\}([\s\S]*?)\{\1\}/;

function blockToMarkdown(name: string, parameters: string, body: string): string {
  if (name === "code" || name === "noformat") {
    const language =
      /^[^=|]+(?=\||$)/.exec(parameters)?.[0] ?? /language=([\w+#-]+)/.exec(parameters)?.[1] ?? "";
    return codeBlock(body.replace(/^\n/, ""), name === "code" ? language : "");
  }
  const title = /title=([^|]+)/.exec(parameters)?.[1];
  const text = [title && `**${title}**`, wikiToMarkdown(body)].filter(Boolean).join("\n\n");
  return prefixLines(text, "> ");
}

function linesToMarkdown(text: string): string {
  const written: string[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) written.push("", table(rows), "");
    rows = [];
  };
  for (const line of text.split("\n")) {
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

/** A bar within a link separates its label, not cells. */
function cells(line: string): string[] {
  const inner = line.trim().replace(/^\|+|\|+$/g, "");
  return (inner.match(/(?:\[[^\]\n]*\]|[^|])+/g) ?? []).map((cell) => inline(cell.trim()));
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
    .replace(/\[~(?:accountid:)?([^\]\n]+)\]/g, "@$1")
    .replace(/!([^!\s|]+\.\w+)(?:\|[^!\n]*)?!/g, "(attachment: $1)")
    .replace(/\[([^\]|\n]+)\|([^\]|\n]+)(?:\|[^\]\n]*)?\]/g, (_, label: string, url: string) =>
      link(label, url),
    )
    .replace(/\[(https?:[^\]\s|]+)\]/g, "$1")
    .replace(/\[\^([^\]\n]+)\]/g, "(attachment: $1)")
    .replace(emphasis("\\*"), "$1**$2**")
    .replace(emphasis("_"), "$1*$2*")
    .replace(emphasis("-"), "$1~~$2~~")
    .replace(emphasis("\\+"), "$1$2")
    .replace(/\\\\(?=\s|$)/g, "\n");
}

/** A pair of marks around words, adjacent to the words inside and to no word outside. */
function emphasis(mark: string): RegExp {
  return new RegExp(`(^|[\\s(>])${mark}(?=\\S)([^\\n]*?\\S)${mark}(?=$|[\\s.,;:!?)<])`, "g");
}
