import type { Document } from "../../model/document";
import { enclosingFence } from "../text/enclosing-fence";
import { proseText } from "../text/prose-text";

/** The stretch `[start, end)` of a document as a reader sees it: Markdown without its syntax, code as it stands. */
export function visibleText(document: Pick<Document, "text" | "format">, start: number, end: number): string {
  const { text, format } = document;
  const fence = format === "markdown" ? enclosingFence(document, start) : "";
  const fenced = fence + text.slice(start, end);
  return proseText({ text: fenced, format }, 0, fenced.length);
}
