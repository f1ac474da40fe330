import type { Passage } from "../../model/passage";

/** A passage with the title and the headings it stands under, each on a line. */
export function passageText({ document, chunk }: Passage): string {
  return [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n");
}
