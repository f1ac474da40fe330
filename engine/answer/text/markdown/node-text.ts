import type { Nodes } from "mdast";
import { markdownWords } from "../../../util/markdown-words";
import { withoutHiddenCharacters } from "../../../util/without-hidden-characters";
import { resolveReferences } from "../prose-text";

/** The words of a parsed node on one line. */
export function nodeText(node: Nodes): string {
  const words = withoutHiddenCharacters(resolveReferences(markdownWords(node)));
  return words.replace(/\s+/g, " ").trim();
}
