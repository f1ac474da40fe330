import type { ChunkContext } from "./chunker";

/**
 * The text that is embedded for a chunk: title, heading path and text, each on its own line, so that a
 * passage which never names its subject is found all the same. A title that is also the first heading
 * stands once.
 */
export function contextualText({ title, headings, text }: ChunkContext): string {
  const path = headings[0] === title ? headings : [title, ...headings];
  return [...path.filter((line) => line !== ""), text].join("\n");
}
