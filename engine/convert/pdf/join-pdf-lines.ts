/** The part of pdf.js's text item that is used; sizes in points, `transform[4]`/`[5]` the position. */
export interface PdfTextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

interface PdfLine {
  readonly text: string;
  /** Baseline, growing upwards. */
  readonly y: number;
  readonly right: number;
  readonly height: number;
}

/** Line heights between two paragraphs, at least. */
const MAX_LINE_GAP = 1.6;
/** A line that ends this far before the right edge is not wrapped. */
const MIN_FULL_LINE_SHARE = 0.75;

/**
 * Joins the lines of a PDF page to paragraphs: wrapped lines are joined, hyphenated words are joined, and list items,
 * headings and table rows keep their line.
 */
export function joinPdfLines(items: readonly PdfTextItem[]): string {
  const lines = toLines(items);
  const right = rightEdge(lines);
  const pieces: string[] = [];
  let previous: PdfLine | undefined;
  for (const line of lines) {
    if (previous) {
      if (!isWrapped(previous, line, right)) pieces.push(gapBetween(previous, line));
      else if (isSplitWord(previous.text, line.text)) pieces.push(pieces.pop()?.slice(0, -1) ?? "");
      else pieces.push(" ");
    }
    pieces.push(line.text);
    previous = line;
  }
  return pieces.join("");
}

function toLines(items: readonly PdfTextItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let run: PdfTextItem[] = [];
  for (const item of items) {
    run.push(item);
    if (item.hasEOL) {
      pushLine(lines, run);
      run = [];
    }
  }
  pushLine(lines, run);
  return lines;
}

function pushLine(lines: PdfLine[], run: readonly PdfTextItem[]): void {
  // PDFs write ligatures and full-width forms as single glyphs, which no search would match; NUL is a lost glyph.
  const text = run
    .map((item) => item.str)
    .join("")
    .normalize("NFKC")
    .replace(/[\s\0]+/g, " ")
    .trim();
  if (text === "") return;
  const visible = run.filter((item) => item.str.trim() !== "");
  const last = visible.at(-1);
  lines.push({
    text,
    y: visible[0]?.transform[5] ?? 0,
    right: (last?.transform[4] ?? 0) + (last?.width ?? 0),
    height: visible.reduce((most, item) => Math.max(most, item.height), 0),
  });
}

/** The right edge of the text: nine of ten lines end at or before it, so a page number does not count. */
function rightEdge(lines: readonly PdfLine[]): number {
  const edges = lines.map((line) => line.right).sort((a, b) => a - b);
  return edges[Math.floor(edges.length * 0.9)] ?? 0;
}

function isWrapped(previous: PdfLine, line: PdfLine, right: number): boolean {
  const sameSize = Math.abs(previous.height - line.height) < previous.height * 0.2;
  return (
    sameSize &&
    !isParagraphBreak(previous, line) &&
    previous.right >= right * MIN_FULL_LINE_SHARE &&
    !LIST_ITEM.test(line.text)
  );
}

/** Far below, or above: another column or box. */
function isParagraphBreak(previous: PdfLine, line: PdfLine): boolean {
  const drop = previous.y - line.y;
  return drop < 0 || drop > Math.max(previous.height, line.height) * MAX_LINE_GAP;
}

const LIST_ITEM = /^(?:[•▪◦‣·–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/i;

function gapBetween(previous: PdfLine, line: PdfLine): string {
  return isParagraphBreak(previous, line) ? "\n\n" : "\n";
}

/** A hyphen between lower-case letters at a line end is read as a split word, the more frequent case. */
function isSplitWord(line: string, next: string): boolean {
  return /\p{Ll}[-\u00ad\u2010]$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(next);
}
