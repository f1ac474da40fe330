const FENCE = /`{3,}|~{3,}/g;
/** What may stand before a fence on its line: indentation, quotation marks, markers of list items. */
const FENCE_PREFIX = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*$/;
/** The longest prefix that is looked at. */
const MAX_PREFIX_CHARACTERS = 60;

interface FencedBlock {
  readonly start: number;
  readonly end: number;
  /** Its opening line, with its line end. */
  readonly opening: string;
}

/** The passages and citations of one answer look up the same few documents. */
const cache = new WeakMap<object, readonly FencedBlock[]>();

/**
 * The opening line, with its line end, of the fenced code block around `offset` of a Markdown document; "" outside of
 * code. A passage that begins inside a block begins with code, not with prose. Looks for fences alone, since a parser
 * takes seconds where the text before is long.
 */
export function enclosingFence(document: { readonly text: string }, offset: number): string {
  const blocks = cache.get(document) ?? fencedBlocks(document.text);
  cache.set(document, blocks);
  return blocks.find(({ start, end }) => start < offset && offset <= end)?.opening ?? "";
}

function fencedBlocks(text: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { readonly start: number; readonly marker: string; readonly info: string } | undefined;
  for (const { index, 0: marker } of text.matchAll(FENCE)) {
    if (!isAtLineStart(text, index)) continue;
    const info = restOfLine(text, index + marker.length);
    // "```a``` b" is inline code.
    if (!open)
      open = marker.startsWith("`") && info.includes("`") ? undefined : { start: index, marker, info };
    else if (marker.startsWith(open.marker) && info === "") {
      blocks.push({ start: open.start, end: index, opening: `${open.marker}${open.info}\n` });
      open = undefined;
    }
  }
  if (open) blocks.push({ start: open.start, end: text.length, opening: `${open.marker}${open.info}\n` });
  return blocks;
}

function isAtLineStart(text: string, offset: number): boolean {
  if (offset === 0 || text.charAt(offset - 1) === "\n") return true;
  const before = text.slice(Math.max(0, offset - MAX_PREFIX_CHARACTERS), offset);
  return FENCE_PREFIX.test(before.slice(before.lastIndexOf("\n") + 1));
}

function restOfLine(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, end < 0 ? text.length : end).trim();
}
