import type { Block, OffsetRange } from "./block";
import { type ContentLine, groupLines } from "./group-lines";

/**
 * Definitions, without knowing the language: a blank line followed by a line at the margin begins one, and
 * blank lines inside it part it further.
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

/** A closing bracket at the margin ends a definition, it begins none. */
function startsDefinition({ afterBlank, indent, first }: ContentLine): boolean {
  return afterBlank && indent === 0 && !"}])".includes(first);
}
