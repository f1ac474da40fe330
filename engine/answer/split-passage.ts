import type { Passage } from "../model/passage";
import { splitCode } from "./split-code";
import { splitMarkdown } from "./split-markdown";
import { splitPlain } from "./split-plain";
import { splitSentences } from "./split-sentences";
import type { Unit } from "./unit";

const SPLITTERS = { markdown: splitMarkdown, plain: splitPlain, code: splitCode };

/** What can be quoted from a passage, with offsets in the document's text. Never empty for a passage with text. */
export function splitPassage({ document, chunk }: Passage): readonly Unit[] {
  const text = document.text.slice(chunk.start, chunk.end);
  const units = SPLITTERS[document.format](text).filter((unit) =>
    /[\p{L}\p{N}]/u.test(text.slice(unit.start, unit.end)),
  );
  return (units.length > 0 ? units : excerpt(text)).map((unit) => ({
    ...unit,
    start: chunk.start + unit.start,
    end: chunk.start + unit.end,
  }));
}

/** A passage that is only a table or a title still has words to show. */
function excerpt(text: string): readonly Unit[] {
  const [first] = splitSentences(text, [0, text.length]);
  return first ? [{ kind: "excerpt", start: first[0], end: first[1] }] : [];
}
