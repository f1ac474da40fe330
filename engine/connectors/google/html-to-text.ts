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
const HIDDEN = new Set(["head", "script", "style", "title"]);

/**
 * The words of the HTML in a mail or an event, with its lines, list items, quotes (as `> `) and, where wanted,
 * links. Mail is laid out with tables, so that a reader for web pages would find no main content in it.
 */
export function htmlToText(html: string, { links = false }: { readonly links?: boolean } = {}): string {
  const lines: string[] = [""];
  let hidden = 0;
  let quotes = 0;
  const anchors: string[] = [];
  const breakLine = (always: boolean) => {
    if (always || bare(lines.at(-1)) !== "") lines.push("> ".repeat(quotes));
    else lines[lines.length - 1] = "> ".repeat(quotes);
  };
  const write = (text: string) => {
    if (hidden > 0) return;
    const line = lines.pop() ?? "";
    lines.push(line + (/\s$|^$/.test(line) ? text.trimStart() : text));
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
      if (links && /^https?:/.test(href) && !lines.at(-1)?.endsWith(href)) write(` (${href})`);
    },
    ontext: (text) => write(text.replace(/[\s\u00a0]+/g, " ")),
  });
  parser.write(html);
  parser.end();
  return tidy(lines);
}

/** A line without its quote marks. */
function bare(line = ""): string {
  return line.replace(/^(?:> )*/, "").trim();
}

/** No space at the ends of lines, no two empty lines in a row. */
function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
