import type { Passage } from "../../model/passage";

const HEADING = /^(?<marks>#{1,6})[ \t]+(?<words>.+?)[ \t#]*$/gm;

/** The headings above a place of a passage, outermost first: those above its chunk, and those inside it before the place. */
export function headingsAt({ document, chunk }: Passage, offset: number): readonly string[] {
  if (document.format !== "markdown" || offset <= chunk.start) return chunk.headings;
  const path: { readonly level: number; readonly words: string }[] = [];
  let outer = chunk.headings;
  for (const { groups = {} } of document.text.slice(chunk.start, offset).matchAll(HEADING)) {
    const level = groups.marks?.length ?? 1;
    // The levels of the headings above the chunk are unknown: as many stay as can stand above this one.
    outer = outer.slice(0, level - 1);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, words: groups.words ?? "" });
  }
  return [...outer, ...path.map(({ words }) => words)];
}
