import type { Block, Stretch } from "./block";
import { lineGroups } from "./line-groups";

/** Paragraphs: lines between blank lines. */
export function plainBlocks(text: string, stretch: Stretch): readonly Block[] {
  return lineGroups(text, stretch, ({ afterBlank }) => afterBlank).map((paragraph) => ({
    ...paragraph,
    children: [],
    cut: "sentences",
  }));
}
