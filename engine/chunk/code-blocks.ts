import type { Block, OffsetRange } from "./block";
import { type ContentLine, groupLines } from "./group-lines";

/**
 * Definitions of source code in any language: a line without indentation after a blank line begins one, and blank lines
 * inside it split it further.
 */
export function codeBlocks(text: string, range: OffsetRange): readonly Block[] {
  return groupLines(text, range, startsDefinition).map((definition) => ({
    ...definition,
    children: groupLines(text, definition, ({ afterBlank }) => afterBlank).map((group) => ({
      ...group,
      children: [],
      splitAt: "lines",
    })),
    splitAt: "lines",
    keepWhole: true,
  }));
}

/** A closing bracket without indentation ends a definition. */
function startsDefinition({ afterBlank, indent, first }: ContentLine): boolean {
  return afterBlank && indent === 0 && !"}])".includes(first);
}
