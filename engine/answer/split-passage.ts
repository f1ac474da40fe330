import type { Passage } from "../model/passage";
import { answerQuestions } from "./answer-questions";
import { excerpt } from "./excerpt";
import { openFence } from "./open-fence";
import { splitCode } from "./split-code";
import { splitMarkdown } from "./split-markdown";
import { splitPlain } from "./split-plain";
import { moveUnit, type Unit } from "./unit";

const SPLITTERS = { markdown: splitMarkdown, plain: splitPlain, code: splitCode };

/** What can be quoted from a passage, with offsets in the document's text. Never empty for a passage with words. */
export function splitPassage({ document, chunk }: Passage): readonly Unit[] {
  const text = document.text.slice(chunk.start, chunk.end);
  const fence = document.format === "markdown" ? openFence(document, chunk.start) : "";
  const units = SPLITTERS[document.format](text, fence).filter((unit) =>
    /[\p{L}\p{N}]/u.test(text.slice(unit.start, unit.end)),
  );
  const claims = answerQuestions(units, text);
  return (claims.length > 0 ? claims : excerpt(text, fence)).map((unit) => moveUnit(unit, chunk.start));
}
