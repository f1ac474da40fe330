import type { Document } from "../model/document";
import { plainText } from "../util/plain-text";

/** The stretch `[start, end)` of a document as a reader sees it: Markdown without its syntax. */
export function readerText(
  { text, format }: Pick<Document, "text" | "format">,
  start: number,
  end: number,
): string {
  const stretch = text.slice(start, end);
  return format === "markdown" ? plainText(stretch) : stretch;
}
