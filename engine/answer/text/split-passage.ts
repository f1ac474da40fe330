import type { Passage } from "../../model/passage";
import { enclosingFence } from "./enclosing-fence";
import { excerpt } from "./excerpt";
import { joinQuestions } from "./join-questions";
import { splitCode } from "./split-code";
import { splitMarkdown } from "./split-markdown";
import { splitPlain } from "./split-plain";
import { type Statement, shiftStatement } from "./statement";

const SPLITTERS = { markdown: splitMarkdown, plain: splitPlain, code: splitCode };

/** What can be quoted from a passage, with offsets in the document's text. Never empty for a passage with words. */
export function splitPassage({ document, chunk }: Passage): readonly Statement[] {
  const text = document.text.slice(chunk.start, chunk.end);
  const fence = document.format === "markdown" ? enclosingFence(document, chunk.start) : "";
  const statements = SPLITTERS[document.format](text, fence).filter((statement) =>
    /[\p{L}\p{N}]/u.test(text.slice(statement.start, statement.end)),
  );
  const joined = joinQuestions(statements, text);
  return (joined.length > 0 ? joined : excerpt(text, fence)).map((statement) =>
    shiftStatement(statement, chunk.start),
  );
}
