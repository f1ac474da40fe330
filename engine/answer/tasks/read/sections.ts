import type { Document } from "../../../model/document";
import { enclosingFence } from "../../text/enclosing-fence";
import { parseAtxHeading } from "../../text/parse-atx-heading";
import { proseText } from "../../text/prose-text";

/** A heading with the text below it, up to the next heading of any level. */
export interface Section {
  /** As a reader sees it; "" for what stands before the first heading. */
  readonly heading: string;
  /** 1 to 6; 0 before the first heading. */
  readonly level: number;
  /** The headings above, outermost first, with its own. */
  readonly path: readonly string[];
  /** Where the heading starts. */
  readonly start: number;
  /** Where the text below the heading starts. */
  readonly bodyStart: number;
  readonly end: number;
}

interface HeadingLine {
  readonly text: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

const SETEXT = /^ {0,3}(=+|-{2,})[ \t]*$/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
/** A longer line of plain text is a sentence. */
const MAX_PLAIN_HEADING_CHARACTERS = 70;
const SENTENCE_END = /[.!?:;,…"”)]\s*$/;

/** The same document is read for several subjects. */
const cache = new WeakMap<Document, readonly Section[]>();

/** The sections of a document, in order. Reads lines alone, so that a book takes milliseconds. */
export function sectionsOf(document: Document): readonly Section[] {
  const sections = cache.get(document) ?? toSections(document);
  cache.set(document, sections);
  return sections;
}

/** A section with all sections below its heading, as one stretch. */
export function subtreeEnd(section: Section, sections: readonly Section[]): number {
  const position = sections.indexOf(section);
  const next = sections.slice(position + 1).find(({ level }) => level <= section.level);
  return next?.start ?? sections.at(-1)?.end ?? section.end;
}

function toSections(document: Document): readonly Section[] {
  const { text, format } = document;
  const headings =
    format === "markdown" ? markdownHeadings(document) : format === "plain" ? plainHeadings(text) : [];
  const sections: Section[] = [];
  const open: HeadingLine[] = [];
  const first = headings[0]?.start ?? text.length;
  if (text.slice(0, first).trim() !== "") {
    sections.push({ heading: "", level: 0, path: [], start: 0, bodyStart: 0, end: first });
  }
  for (const [position, heading] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    open.push(heading);
    sections.push({
      heading: heading.text,
      level: heading.level,
      path: open.map((line) => line.text),
      start: heading.start,
      bodyStart: heading.end,
      end: headings[position + 1]?.start ?? text.length,
    });
  }
  return sections;
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** With its line end. */
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const end = Math.min(text.length, start + line.length + 1);
    const found = { text: line.replace(/\r$/, ""), start, end };
    start = end;
    return found;
  });
}

function markdownHeadings(document: Document): readonly HeadingLine[] {
  const lines = linesOf(document.text);
  return lines.flatMap((line, at) => {
    const headings = headingAt(line, lines[at - 1]);
    return headings.length > 0 && enclosingFence(document, line.start) === "" ? headings : [];
  });
}

function headingAt(line: Line, before: Line | undefined): readonly HeadingLine[] {
  const atx = parseAtxHeading(line.text);
  if (atx) return [toHeading(atx.words, atx.level, line)];
  const setext = SETEXT.exec(line.text);
  if (
    !setext ||
    !before ||
    FENCE.test(before.text) ||
    !/^[\p{L}\p{N}*_`]/u.test(before.text) ||
    before.text.includes("|")
  )
    return [];
  return [toHeading(before.text, setext[1]?.startsWith("=") ? 1 : 2, { ...line, start: before.start })];
}

function toHeading(source: string, level: number, { start, end }: Line): HeadingLine {
  const text = proseText({ text: source, format: "markdown" }, 0, source.length);
  return { text: text.replace(/\s+/g, " ").trim(), level, start, end };
}

/** A short line by itself, without a full stop, with text below it. */
function plainHeadings(text: string): readonly HeadingLine[] {
  const lines = linesOf(text);
  const isBlank = (line: Line | undefined) => line === undefined || line.text.trim() === "";
  return lines.flatMap((line, position) => {
    const words = line.text.trim();
    const isAlone = isBlank(lines[position - 1]) && isBlank(lines[position + 1]);
    const isShort = words !== "" && words.length <= MAX_PLAIN_HEADING_CHARACTERS;
    const hasTextBelow = !isBlank(lines[position + 2]);
    const isHeading =
      isAlone &&
      isShort &&
      hasTextBelow &&
      !SENTENCE_END.test(words) &&
      /^[\p{Lu}\p{N}]/u.test(words) &&
      !words.includes(": ");
    return isHeading
      ? [{ text: words, level: position === 0 ? 1 : 2, start: line.start, end: line.end }]
      : [];
  });
}
