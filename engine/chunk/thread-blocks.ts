import type { DocumentPart, TextFormat } from "../model/document";
import type { Block, OffsetRange } from "./block";
import { markdownBlocks } from "./markdown-blocks";
import { plainBlocks } from "./plain-blocks";

/** One block for each message; text between two messages belongs to the earlier one. */
export function threadBlocks(
  text: string,
  { parts, format }: { readonly parts: readonly DocumentPart[]; readonly format: TextFormat },
): readonly Block[] {
  const inside = format === "markdown" ? markdownBlocks : plainBlocks;
  const starts = [...new Set([0, ...parts.slice(1).map(({ start }) => start)])];
  return starts.map((start, position) => {
    const message: OffsetRange = { start, end: starts[position + 1] ?? text.length };
    // A heading inside a message is not one of the thread.
    const children = inside(text, message).map(({ heading, ...block }) => block);
    return { ...message, children, splitAt: "sentences", keepWhole: true };
  });
}
