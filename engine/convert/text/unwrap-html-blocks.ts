import { fragmentToMarkdown } from "../html/fragment-to-markdown";

/** Elements that begin a block of HTML in Markdown (CommonMark, HTML blocks of kind 6), apart from those of a page. */
const OPENS_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|ol|p|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A longer block is left as it is. */
const MAX_BLOCK_LINES = 2_000;

/**
 * Markdown whose blocks of HTML with words are Markdown too, since a reader sees their words: a callout of `<aside>`, a
 * `<details>`, a table. All else stays as it is.
 */
export function unwrapHtmlBlocks(markdown: string): string {
  if (!/^ {0,3}<[a-z]/im.test(markdown)) return markdown;
  const written: string[] = [];
  const lines = markdown.split("\n");
  let fence = "";
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    fence = fenceAfter(line, fence);
    const end = fence === "" && OPENS_BLOCK.test(line) ? blockEnd(lines, at) : at + 1;
    if (end === at + 1 && !OPENS_BLOCK.test(line)) written.push(line);
    else if (fence !== "") written.push(line);
    else writeBlock(blockLines(lines.slice(at, end)), written);
    at = end < lines.length && lines[end] === "" && written.at(-1) === "" ? end + 1 : end;
  }
  return written.join("\n");
}

/** Two blank lines are one. */
function writeBlock(block: readonly string[], written: string[]): void {
  for (const line of block) if (line !== "" || (written.at(-1) ?? "") !== "") written.push(line);
}

/** The mark of the code block that is open after a line; "" for none. */
function fenceAfter(line: string, fence: string): string {
  const mark = FENCE.exec(line)?.[1];
  if (!mark) return fence;
  if (fence === "") return mark;
  return mark[0] === fence[0] && mark.length >= fence.length ? "" : fence;
}

/** A block ends at a blank line; a table may have blank lines inside. */
function blockEnd(lines: readonly string[], start: number): number {
  const isTable = /^\s*<table/i.test(lines[start] ?? "");
  for (let at = start; at < Math.min(lines.length, start + MAX_BLOCK_LINES); at++) {
    const line = lines[at] ?? "";
    if (isTable && /<\/table\s*>/i.test(line)) return at + 1;
    if (!isTable && line.trim() === "") return at;
  }
  return isTable ? start + 1 : Math.min(lines.length, start + MAX_BLOCK_LINES);
}

function blockLines(lines: readonly string[]): readonly string[] {
  const html = lines.join("\n");
  if (!hasWords(html)) return isBare(html) ? [] : lines;
  const text = fragmentToMarkdown(html, undefined, { isMarkdown: true });
  return text === "" ? lines : ["", ...text.split("\n"), ""];
}

function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>/g, ""));
}

/** A tag alone, whose content is in paragraphs of its own. */
function isBare(html: string): boolean {
  return /^\s*<\/?(?:aside|details|summary|div|section|center)\s*>\s*$/i.test(html);
}
