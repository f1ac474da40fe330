import type { Document } from "../../model/document";
import { resolveNoteSyntax } from "../../util/resolve-note-syntax";
import { enclosingFence } from "./enclosing-fence";
import { enclosingTable } from "./markdown/enclosing-table";

/** Characters looked back for the beginning of a hidden remark. */
const MAX_REMARK_CHARACTERS = 5_000;

/**
 * The Markdown that opens what `offset` of a document is inside: a fenced code block, a table, a hidden remark; "" outside
 * of these. A passage that begins there is read with it before it.
 */
export function openingAt(document: Pick<Document, "text" | "format">, offset: number): string {
  if (document.format !== "markdown") return "";
  return (
    enclosingFence(document, offset) ||
    enclosingTable(document.text, offset) ||
    enclosingRemark(document.text, offset)
  );
}

function enclosingRemark(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MAX_REMARK_CHARACTERS), offset);
  // An open remark hides all that follows.
  return before.includes("%%") && !resolveNoteSyntax(`${before}\nx`).endsWith("x") ? "%%\n" : "";
}
