import type { Block, Stretch } from "./block";
import { type Line, lineGroups } from "./line-groups";

/**
 * Definitions, without knowing the language: a blank line followed by a line at the margin begins one, and
 * blank lines inside it part it further.
 */
export function codeBlocks(text: string, stretch: Stretch): readonly Block[] {
  return lineGroups(text, stretch, startsDefinition).map((definition) => ({
    ...definition,
    children: lineGroups(text, definition, ({ afterBlank }) => afterBlank).map((group) => ({
      ...group,
      children: [],
      cut: "lines",
    })),
    cut: "lines",
    solid: true,
  }));
}

/** A closing bracket at the margin ends a definition, it begins none. */
function startsDefinition({ afterBlank, indent, first }: Line): boolean {
  return afterBlank && indent === 0 && !"}])".includes(first);
}
