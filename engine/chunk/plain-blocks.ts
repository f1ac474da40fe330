import type { Block, OffsetRange } from "./block";
import { groupLines } from "./group-lines";

/** Paragraphs: lines between blank lines. */
export function plainBlocks(text: string, range: OffsetRange): readonly Block[] {
  return groupLines(text, range, ({ afterBlank }) => afterBlank).map((paragraph) => ({
    ...paragraph,
    children: [],
    splitAt: "sentences",
  }));
}
