import type { PdfLine } from "../layout/pdf-block";
import { escapeInline, escapeLine } from "./escape-line";

/** A paragraph, a list item or a heading of a page, or a block of another kind: a table, fields, a comment. */
export interface PdfParagraph {
  readonly kind: "paragraph" | "item" | "heading" | "block";
  /** Markdown. */
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly isApart: boolean;
  /** Whether it is the first of its column, so that it may go on with the one before. */
  readonly isFirst: boolean;
  /** Height of its font; 0 for a block. */
  readonly size: number;
  /** Whether its last line is full, so that it may go on in the next column or on the next page. */
  readonly isFull: boolean;
}

export interface JoinOptions {
  /** The height of the font of most text. */
  readonly bodySize: number;
  /** Heights of fonts of headings, the largest first. */
  readonly headingSizes: readonly number[];
}

/** In font sizes: the gap between two paragraphs, at least. */
const MAX_LINE_PITCH = 1.6;
/** A line that ends this far before the edge is not wrapped, unless the sentence goes on. */
const MIN_FULL_LINE = 0.75;
/** In font sizes: how far the first line of a paragraph is indented, at least. */
const MIN_INDENT = 0.8;
const MAX_INDENT = 4;
const MAX_HEADING_CHARACTERS = 200;

const BULLET = /^[•▪◦‣·●○■□➢✓–—*-]\s+/;
const NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)])\s/i;
const LEADERS = /…\s*\S{1,8}$/;
const SENTENCE_END = /[.!?:;。！？؟։][)"'”’»\]]*$/;

/**
 * The paragraphs of a column: wrapped lines are joined, hyphenated words are joined, and list items, headings and lines
 * that end early keep their line.
 */
export function joinLines(lines: readonly PdfLine[], options: JoinOptions): PdfParagraph[] {
  const shown = lines.filter(({ text }) => text !== "");
  const column = columnOf(shown);
  const groups: PdfLine[][] = [];
  for (const [at, line] of shown.entries()) {
    const before = shown[at - 1];
    const last = groups.at(-1);
    if (last && before && isWrapped({ before, line, after: shown[at + 1] }, column)) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group, at) => toParagraph(group, { before: groups[at - 1], column, options }));
}

interface Column {
  readonly lines: number;
  readonly left: number;
  readonly right: number;
}

/** Nine of ten lines end at or before its edge, so that a page number does not count. */
function columnOf(lines: readonly PdfLine[]): Column {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  const lefts = lines.map(({ x }) => x).sort((a, b) => b - a);
  const at = Math.floor(lines.length * 0.9);
  return { lines: lines.length, left: lefts[at] ?? 0, right: rights[at] ?? 0 };
}

interface Neighbours {
  readonly before: PdfLine;
  readonly line: PdfLine;
  readonly after: PdfLine | undefined;
}

function isWrapped({ before, line, after }: Neighbours, column: Column): boolean {
  if (Math.abs(before.size - line.size) >= before.size * 0.15) return false;
  if (isFarBelow(before, line) || isListItem(line.text) || LEADERS.test(before.text)) return false;
  if (isIndented(line, before) && (!after || !isIndented(after, before))) {
    if (SENTENCE_END.test(before.text) || !isHanging(before.text)) return false;
  }
  return !isEnding(before, line, column);
}

/** Far below, or above: another part of the page. */
function isFarBelow(before: PdfLine, line: PdfLine): boolean {
  const pitch = line.y - before.y;
  return pitch < 0 || pitch > Math.max(before.size, line.size) * MAX_LINE_PITCH;
}

/** The lines of a list item are indented behind its mark. */
function isHanging(text: string): boolean {
  return isListItem(text) || !SENTENCE_END.test(text);
}

function isIndented(line: PdfLine, before: PdfLine): boolean {
  const indent = line.isRightToLeft ? before.right - line.right : line.x - before.x;
  return indent >= line.size * MIN_INDENT && indent <= line.size * MAX_INDENT;
}

/** A line is not wrapped where the next word would have had room behind it. */
function isEnding(before: PdfLine, line: PdfLine, { left, right }: Column): boolean {
  const room = before.isRightToLeft ? before.x - left : right - before.right;
  const isShort = before.right - before.x < (right - left) * MIN_FULL_LINE;
  if (!isShort) return false;
  if (room <= 0) return false;
  const word = line.text.split(" ")[0] ?? "";
  const wordWidth = ((line.right - line.x) / Math.max(1, line.text.length)) * (word.length + 1);
  const goesOn = /^\p{Ll}/u.test(line.text) && !SENTENCE_END.test(before.text);
  return room > wordWidth * (goesOn ? 3 : 1);
}

function isListItem(text: string): boolean {
  return BULLET.test(text) || NUMBERED.test(text);
}

interface ParagraphOptions {
  readonly before: readonly PdfLine[] | undefined;
  readonly column: Column;
  readonly options: JoinOptions;
}

function toParagraph(lines: readonly PdfLine[], { before, column, options }: ParagraphOptions): PdfParagraph {
  const [first, last] = [lines[0], lines.at(-1)];
  const text = joinWords(lines.map((line) => line.text));
  const level = first ? options.headingSizes.findIndex((size) => Math.abs(size - first.size) < 0.3) : -1;
  if (level >= 0 && text.length <= MAX_HEADING_CHARACTERS && /\p{L}/u.test(text))
    return {
      kind: "heading",
      text: `${"#".repeat(level + 1)} ${escapeInline(text)}`,
      isApart: true,
      isFirst: before === undefined,
      size: first?.size ?? 0,
      isFull: false,
    };
  const isItem = isListItem(text);
  const isApart = !before || (!isItem && isApartFrom(before, lines));
  // A single line is as wide as its column, which says nothing.
  const isFull = last !== undefined && column.lines > 1 && !isEnding(last, last, column);
  return {
    kind: isItem ? "item" : "paragraph",
    text: toMarkdownLine(text),
    isApart,
    isFirst: before === undefined,
    size: first?.size ?? 0,
    isFull,
  };
}

/** Short lines below each other are one block, an address for example; a paragraph is a block of its own. */
function isApartFrom(before: readonly PdfLine[], lines: readonly PdfLine[]): boolean {
  const [last, first] = [before.at(-1), lines[0]];
  if (!last || !first || isFarBelow(last, first) || Math.abs(last.size - first.size) >= 0.5) return true;
  return !isListItem(before[0]?.text ?? "") && (before.length > 1 || lines.length > 1);
}

/** Bullets become Markdown's; numbers are Markdown already. */
function toMarkdownLine(text: string): string {
  if (BULLET.test(text)) return `- ${escapeLine(text.replace(BULLET, ""))}`;
  return /^\d{1,3}[.)]\s/.test(text) ? escapeInline(text) : escapeLine(text);
}

/** Joins the parts of a paragraph, words that are split at a line end too. */
export function joinWords(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    if (text === "") return part;
    if (isSplitWord(text, part)) return text.slice(0, -1) + part;
    return isWithoutSpace(text, part) ? text + part : `${text} ${part}`;
  }, "");
}

/** A hyphen between lower-case letters at a line end is read as a split word, the more frequent case. */
function isSplitWord(text: string, next: string): boolean {
  if (text.endsWith("\u00ad")) return true;
  return /\p{Ll}[-\u2010]$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(next);
}

/** Chinese and Japanese have no spaces; an address or a compound goes on behind its hyphen or slash. */
function isWithoutSpace(text: string, next: string): boolean {
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，」）]/u;
  if (cjk.test(text.slice(-1)) && cjk.test(next.charAt(0))) return true;
  return /[\p{L}\p{N}][-\u2010]$/u.test(text.slice(-2)) || /https?:\/\/\S*\/$/.test(text);
}
