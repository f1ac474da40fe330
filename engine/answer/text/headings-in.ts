import type { Passage } from "../../model/passage";
import { enclosingFence } from "./enclosing-fence";
import { parseAtxHeading } from "./parse-atx-heading";

/** A heading inside a passage. */
export interface InnerHeading {
  /** Offset in the document. */
  readonly start: number;
  readonly level: number;
  readonly words: string;
}

const MARKED_LINE = /^ {0,3}#.*$/gm;

/** The headings inside a passage of Markdown, in order. A comment in code is none. */
export function headingsIn({ document, chunk }: Passage): readonly InnerHeading[] {
  if (document.format !== "markdown") return [];
  const text = document.text.slice(chunk.start, chunk.end);
  return [...text.matchAll(MARKED_LINE)].flatMap(({ 0: line, index }) => {
    const start = chunk.start + index;
    const heading = parseAtxHeading(line);
    if (!heading || heading.words === "" || enclosingFence(document, start) !== "") return [];
    return [{ start, ...heading }];
  });
}
