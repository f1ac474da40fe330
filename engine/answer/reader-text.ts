import type { Document } from "../model/document";
import { plainText } from "../util/plain-text";

/** ``[words][reference]``, ``[words][]`` and ``[`code`]``: their definitions stand elsewhere in the document. */
const UNRESOLVED_LINK = /(?<![\w\])])\[(?:([^[\]]+)\]\[[^[\]]*\]|(`[^`]+`)\](?![([]))/g;

/** The stretch `[start, end)` of a document as a reader sees it: Markdown without its syntax. */
export function readerText(
  { text, format }: Pick<Document, "text" | "format">,
  start: number,
  end: number,
): string {
  const stretch = text.slice(start, end);
  return format === "markdown" ? plainText(stretch.replace(UNRESOLVED_LINK, "$1$2")) : stretch;
}
