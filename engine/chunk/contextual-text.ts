import type { ChunkContext } from "./chunker";

/**
 * The text that is embedded for a chunk: title, heading path and text, each on its own line, so that a passage that
 * never names its subject is found. A title that equals the first heading is not repeated.
 */
export function contextualText({ title, headings, text }: ChunkContext): string {
  const path = headings[0] === title ? headings : [title, ...headings];
  return [...path.filter((line) => line !== ""), text].join("\n");
}
