import type { Document } from "../../model/document";
import { toPlainText } from "../../util/to-plain-text";
import { enclosingFence } from "../text/enclosing-fence";
import { enclosingTable } from "../text/markdown/enclosing-table";
import { proseText } from "../text/prose-text";

type Text = Pick<Document, "text" | "format">;

/** A quote of up to this many words is named whole, a longer one by its first and last words. */
const MAX_EXACT_WORDS = 8;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 3;
/** Fewer words occur elsewhere. */
const MIN_WORDS_WITHIN = 3;
/** Characters of the document read for the words around a quote. */
const CONTEXT_CHARACTERS = 300;
/** A longer text takes too long to search: the words are then assumed to occur twice. */
const MAX_SEARCHED_CHARACTERS = 200_000;

/**
 * The text directive (`text=…`) that makes a browser scroll to `[start, end)` of a page's text, after the WICG draft "URL
 * Fragment Text Directives": `[prefix-,]start[,end][,-suffix]`, in words as a reader sees them. Context words are added
 * when the beginning of the quote occurs elsewhere in the text too. A longer quote has a second directive of words from
 * within, for pages whose elements cut the words of the first one. Undefined when the stretch has no words.
 */
export function textFragment(document: Text, start: number, end: number): string | undefined {
  const lines = wordLines(document, start, end);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const exact = lines.length === 1 && first.length <= MAX_EXACT_WORDS;
  const beginning = exact ? first : first.slice(0, EDGE_WORDS);
  const directive = [encode(beginning)];
  if (!exact) directive.push(encode(last.slice(-EDGE_WORDS)));
  if (isRepeated(document, beginning)) addContext(directive, document, [start, end]);
  const within = exact ? [] : wordsWithin(lines);
  const second =
    within.length < MIN_WORDS_WITHIN || isRepeated(document, within) ? "" : `&text=${encode(within)}`;
  return `text=${directive.join(",")}${second}`;
}

/** Words of the longest line between the first and the last ones of the quote, or those at its end. */
function wordsWithin(lines: readonly (readonly string[])[]): readonly string[] {
  const inner = lines.map((line, at) =>
    line.slice(at === 0 ? EDGE_WORDS : 0, at === lines.length - 1 ? -EDGE_WORDS : undefined),
  );
  const longest = inner.reduce((one, other) => (other.length > one.length ? other : one), []);
  const middle = Math.max(0, (longest.length - EDGE_WORDS) >> 1);
  if (longest.length >= MIN_WORDS_WITHIN) return longest.slice(middle, middle + EDGE_WORDS);
  return lines.at(-1)?.slice(-EDGE_WORDS) ?? [];
}

/** The stretch `[start, end)` of a document as a reader sees it: Markdown without its syntax, code as it is. */
export function visibleText(document: Text, start: number, end: number): string {
  const { text, format } = document;
  const fence = format === "markdown" ? enclosingFence(document, start) : "";
  const words = text.slice(start, end);
  if (format === "markdown" && fence === "" && !words.includes("\n") && enclosingTable(text, start) !== "")
    return rowLines(words);
  const fenced = fence + words;
  return proseText({ text: fenced, format }, 0, fenced.length);
}

/** Each cell of a row is a block of its own. */
function rowLines(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => toPlainText(cell.trim()));
  return cells.filter((cell) => cell !== "").join("\n");
}

/** Browsers match each side within one block, so the context is taken from one line. */
function addContext(directive: string[], document: Text, [start, end]: readonly [number, number]): void {
  const before = wordLines(document, Math.max(0, start - CONTEXT_CHARACTERS), start).at(-1);
  const after = wordLines(document, end, end + CONTEXT_CHARACTERS)[0];
  if (before) directive.unshift(`${encode(before.slice(-CONTEXT_WORDS))}-`);
  if (after) directive.push(`-${encode(after.slice(0, CONTEXT_WORDS))}`);
}

/** The words of each line; lines without words are left out. */
function wordLines(document: Text, start: number, end: number): readonly (readonly string[])[] {
  return unbroken(document, start, end)
    .flatMap(([from, to]) => visibleText(document, from, to).split("\n"))
    .map(words)
    .filter((line) => /[\p{L}\p{N}]/u.test(line.join("")));
}

/** Where a browser's match ends: a line break, the mark of a footnote, the end of a term before its definition. */
const BREAK = /(?: {2,}|\\)?\n|\[\^\w{1,20}\]:?|(?<=\*\*[^*\n]{1,80}):\*\*(?=\s)/g;
/** Marks before the words of a line. */
const LINE_MARKS = /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s)|#{1,6}(?=\s)))*[ \t]*/;

/** The pieces of a stretch that stand in one line of one block each. Code stays whole. */
function unbroken(document: Text, start: number, end: number): readonly (readonly [number, number])[] {
  const { text, format } = document;
  const stretch = text.slice(start, end);
  if (format !== "markdown" || /`{3}|~{3}/.test(stretch) || enclosingFence(document, start) !== "")
    return [[start, end]];
  const pieces: (readonly [number, number])[] = [];
  let from = 0;
  for (const { 0: mark, index } of [...stretch.matchAll(BREAK), { 0: "", index: stretch.length }]) {
    const marks = LINE_MARKS.exec(stretch.slice(from, index))?.[0].length ?? 0;
    pieces.push([start + from + marks, start + index]);
    from = index + mark.length;
  }
  return pieces;
}

function isRepeated({ text }: Text, beginning: readonly string[]): boolean {
  if (text.length > MAX_SEARCHED_CHARACTERS) return true;
  const phrase = beginning.join(" ").toLowerCase();
  const whole = words(text).join(" ").toLowerCase();
  const found = whole.indexOf(phrase);
  return found >= 0 && whole.includes(phrase, found + 1);
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** "-", "," and "&" are syntax of a directive; a lone surrogate cannot be encoded. */
function encode(parts: readonly string[]): string {
  const phrase = parts.join(" ").replace(/\p{Surrogate}/gu, "");
  return encodeURIComponent(phrase).replaceAll("-", "%2D");
}
