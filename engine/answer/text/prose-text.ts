import type { Document } from "../../model/document";
import { toPlainText } from "../../util/to-plain-text";
import { withoutHiddenCharacters } from "../../util/without-hidden-characters";

/** ``[words][reference]``, ``[words][]`` and ``[`code`]``: their definitions stand elsewhere in the document. */
const UNRESOLVED_LINK = /(?<![\w\])])\[(?:([^[\]]+)\]\[[^[\]]*\]|(`[^`]+`)\](?![([]))/g;

/** The stretch `[start, end)` of a document as a reader sees it. It must not begin or end inside a code block. */
export function proseText(
  { text, format }: Pick<Document, "text" | "format">,
  start: number,
  end: number,
): string {
  const range = text.slice(start, end);
  return format === "markdown"
    ? toPlainText(resolveReferences(removeUnpairedStrong(range)))
    : format === "plain"
      ? withoutHiddenCharacters(range)
      : range;
}

/** Links whose addresses stand elsewhere, by their words. */
export function resolveReferences(text: string): string {
  return text.replace(UNRESOLVED_LINK, "$1$2");
}

/** The first and last sentence of a bold paragraph have one half of its markers each. */
function removeUnpairedStrong(text: string): string {
  const isPaired = (text.split("**").length - 1) % 2 === 0;
  return isPaired ? text : text.replace(/^\s*\*\*|\*\*\s*$/, "");
}
