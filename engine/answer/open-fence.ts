const FENCE = /`{3,}|~{3,}/g;
/** What may stand before a fence on its line: indentation, quotation marks, markers of list items. */
const BEFORE_FENCE = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*$/;
/** More than stands before any fence. */
const LONGEST_BEFORE = 60;

/**
 * The opening line, with its line end, of the fenced code block that `offset` of a Markdown text lies in;
 * "" outside of code. A passage may begin in the middle of a block, and its first lines are then no prose.
 * Looks for fences alone, for a parser would take seconds where the text before is long.
 */
export function openFence(text: string, offset: number): string {
  let open: { readonly marker: string; readonly info: string } | undefined;
  for (const { index, 0: marker } of text.matchAll(FENCE)) {
    if (index >= offset) break;
    if (!beginsLine(text, index)) continue;
    const info = restOfLine(text, index + marker.length);
    if (open) open = marker.startsWith(open.marker) && info === "" ? undefined : open;
    // "```a``` b" is inline code.
    else if (!marker.startsWith("`") || !info.includes("`")) open = { marker, info };
  }
  return open ? `${open.marker}${open.info}\n` : "";
}

function beginsLine(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_BEFORE), offset);
  return BEFORE_FENCE.test(before.slice(before.lastIndexOf("\n") + 1));
}

function restOfLine(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, end < 0 ? text.length : end).trim();
}
