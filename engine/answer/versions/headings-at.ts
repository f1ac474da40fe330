import type { Passage } from "../../model/passage";
import { headingsIn } from "../text/headings-in";

/** The headings above a place of a passage, outermost first: those above its chunk, and those inside it before the place. */
export function headingsAt(passage: Passage, offset: number): readonly string[] {
  const path: { readonly level: number; readonly words: string }[] = [];
  let outer = passage.chunk.headings;
  for (const { start, level, words } of headingsIn(passage)) {
    if (start >= offset) break;
    // The levels of the headings above the chunk are unknown: as many stay as can stand above this one.
    outer = outer.slice(0, level - 1);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, words });
  }
  return [...outer, ...path.map((heading) => heading.words)];
}
