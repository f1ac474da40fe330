import type { Document } from "../model/document";
import { openFence } from "./open-fence";
import { proseText } from "./prose-text";

/** The stretch `[start, end)` of a document as a reader sees it: Markdown without its syntax, code as it stands. */
export function readerText(document: Pick<Document, "text" | "format">, start: number, end: number): string {
  const { text, format } = document;
  const fence = format === "markdown" ? openFence(document, start) : "";
  const stretch = fence + text.slice(start, end);
  return proseText({ text: stretch, format }, 0, stretch.length);
}
