import { Parser } from "htmlparser2";

/** Block elements. */
const BLOCKS = new Set(
  "address article blockquote br center div dl dt dd fieldset footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul".split(
    " ",
  ),
);
/** Block elements that always start a new line: a blank line separates paragraphs. */
const OPENERS = new Set(["br", "p"]);
/** Text at the start of an element. */
const MARKS: Readonly<Record<string, string>> = { li: "- ", td: " ", th: " " };
/** Limits the quote marks at the start of each line. */
const MAX_QUOTE_DEPTH = 20;
const HIDDEN = new Set(["head", "script", "style", "title"]);

/**
 * Converts the HTML of a mail or an event to text, with its lines, list items, quotes (as `> `) and, optionally,
 * links. Mail uses tables for layout, so an article extractor would find no main content.
 */
export function htmlToText(html: string, { links = false }: { readonly links?: boolean } = {}): string {
  const lines: string[] = [];
  // An array of parts, because a mail may be one line, and reading a string while it is built copies it.
  let line: string[] = [];
  let isBare = true;
  let hidden = 0;
  let quotes = 0;
  const anchors: string[] = [];
  const breakLine = (always: boolean) => {
    if (always || !isBare) lines.push(line.join(""));
    line = quotes > 0 ? ["> ".repeat(Math.min(quotes, MAX_QUOTE_DEPTH))] : [];
    isBare = true;
  };
  const write = (text: string) => {
    const written = /\s$|^$/.test(line.at(-1) ?? "") ? text.trimStart() : text;
    if (hidden > 0 || written === "") return;
    line.push(written);
    if (written.trim() !== "") isBare = false;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (HIDDEN.has(name)) hidden++;
      if (name === "blockquote") quotes++;
      if (BLOCKS.has(name)) breakLine(OPENERS.has(name));
      write(MARKS[name] ?? "");
      if (name === "a") anchors.push(attributes.href ?? "");
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--;
      if (name === "blockquote") quotes--;
      if (BLOCKS.has(name) && name !== "br") breakLine(name === "p");
      if (name !== "a") return;
      const href = anchors.pop() ?? "";
      if (links && /^https?:/.test(href) && !line.at(-1)?.endsWith(href)) write(` (${href})`);
    },
    ontext: (text) => write(text.replace(/[\s\u00a0]+/g, " ")),
  });
  parser.write(html);
  parser.end();
  return collapseBlankLines([...lines, line.join("")]);
}

/** Removes trailing spaces and repeated blank lines. */
function collapseBlankLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
