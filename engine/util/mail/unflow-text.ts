import type { FlowedText } from "./mail-part";

interface Paragraph {
  readonly depth: number;
  text: string;
  isOpen: boolean;
}

/** Joins the lines of a flowed text (RFC 3676): those that end with a space go on in the next line of the same quote. */
export function unflowText(text: string, { deletesSpace }: FlowedText): string {
  const paragraphs: Paragraph[] = [];
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, "");
    const isOpen = content.endsWith(" ") && content !== "-- ";
    const written = isOpen && deletesSpace ? content.slice(0, -1) : content;
    const last = paragraphs.at(-1);
    if (last?.isOpen && last.depth === depth && content !== "-- ") {
      last.text += written;
      last.isOpen = isOpen;
    } else paragraphs.push({ depth, text: written, isOpen });
  }
  return paragraphs
    .map(({ depth, text: words }) => (depth > 0 ? `${">".repeat(depth)} ${words}`.trimEnd() : words))
    .join("\n");
}
