import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { markdownWords } from "./markdown-words";
import { resolveNoteSyntax } from "./resolve-note-syntax";
import { withoutHiddenCharacters } from "./without-hidden-characters";

const EXTENSIONS = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
/** Characters that any Markdown syntax needs. Most sentences have none of them and need no parser. */
const SYNTAX = /[[\]*_`<>&\\#|!~]|^[ \t]*(?:[-+]|\d+[.)])\s|^[ \t]*[-=]+[ \t]*$|^(?: {4}|\t)| {2}$/m;

/** The parser's time grows with the square of some texts, so long ones are parsed in pieces. */
const MAX_PIECE_LENGTH = 3_000;
/** Limit of nested block markers (`> > - > …`): real texts have fewer, and the parser recurses. */
const DEEP_MARKERS = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))){12,}/;

/**
 * Markdown as it is displayed: links reduced to their words; no emphasis, images, HTML tags, list markers or hidden
 * characters; code unchanged. Line ends separate blocks. Takes time linear in the length and never throws.
 */
export function toPlainText(markdown: string): string {
  const resolved = resolveNoteSyntax(markdown);
  if (!SYNTAX.test(resolved)) return withoutHiddenCharacters(resolved).trim();
  const words = splitPieces(resolved)
    .map((piece) => markdownWords(fromMarkdown(piece, EXTENSIONS)))
    .join("\n");
  return withoutHiddenCharacters(words).trim();
}

/** Cut between lines, and within a line only when that line is too long. */
function splitPieces(markdown: string): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  for (const line of markdown.split("\n").flatMap(splitLongLine)) {
    if (length + line.length > MAX_PIECE_LENGTH) {
      pieces.push(piece.join("\n"));
      piece = [];
      length = 0;
    }
    piece.push(line);
    length += line.length + 1;
  }
  return [...pieces, piece.join("\n")];
}

function splitLongLine(line: string): readonly string[] {
  const stripped = line.replace(DEEP_MARKERS, "");
  if (stripped.length <= MAX_PIECE_LENGTH) return [stripped];
  return Array.from({ length: Math.ceil(stripped.length / MAX_PIECE_LENGTH) }, (_, part) =>
    stripped.slice(part * MAX_PIECE_LENGTH, (part + 1) * MAX_PIECE_LENGTH),
  );
}
