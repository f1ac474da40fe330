import { Parser } from "htmlparser2";

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  "address article blockquote br center div dl dt dd fieldset footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul".split(
    " ",
  ),
);
/** Of these, the ones that always begin a new line: a paragraph is set off by an empty one. */
const OPENERS = new Set(["br", "p"]);
/** What stands at the beginning of an element. */
const MARKS: Readonly<Record<string, string>> = { li: "- ", td: " ", th: " " };
/** Nobody answers more often, and each line begins with its marks. */
const MAX_QUOTE_DEPTH = 20;
const HIDDEN = new Set(["head", "script", "style", "title"]);

/**
 * The words of the HTML in a mail or an event, with its lines, list items, quotes (as `> `) and, where wanted,
 * links. Mail is laid out with tables, so that a reader for web pages would find no main content in it.
 */
export function htmlToText(html: string, { links = false }: { readonly links?: boolean } = {}): string {
  const lines: string[] = [];
  // In pieces, for a mail may be one line, and what is looked at in the middle of building it is copied.
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

/** No space at the ends of lines, no two empty lines in a row. */
function collapseBlankLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
