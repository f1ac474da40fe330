import type { Language } from "../../language/language";
import type { TextFormat } from "../../model/document";
import type { Passage } from "../../model/passage";
import { enclosingFence } from "./enclosing-fence";
import { excerpt } from "./excerpt";
import { enclosingTable } from "./markdown/enclosing-table";
import { splitCode } from "./split-code";
import { type MarkdownOptions, splitMarkdown } from "./split-markdown";
import { splitPlain } from "./split-plain";
import { type Statement, shiftStatement } from "./statement";

/** Only marks between two sentences: no heading, picture or code. */
const MARKUP_ONLY = /^[\s*_>~-]*$/;
const QUESTION_END = /\?[*_"'”’)]*$/;

/** What can be quoted from a passage, with offsets in the document's text. Never empty for a passage with words. */
export function splitPassage({ document, chunk }: Passage, language: Language): readonly Statement[] {
  const text = document.text.slice(chunk.start, chunk.end);
  const isMarkdown = document.format === "markdown";
  const fence = isMarkdown ? enclosingFence(document, chunk.start) : "";
  const opening = fence === "" && isMarkdown ? enclosingTable(document.text, chunk.start) : fence;
  const { headings } = chunk;
  const statements = split(text, { format: document.format, opening, headings, language }).filter(
    (statement) => /[\p{L}\p{N}]/u.test(text.slice(statement.start, statement.end)),
  );
  const joined = joinQuestions(statements, text);
  return (joined.length > 0 ? joined : excerpt(text, fence, language)).map((statement) =>
    shiftStatement(statement, chunk.start),
  );
}

function split(
  text: string,
  { format, ...options }: MarkdownOptions & { readonly format: TextFormat },
): readonly Statement[] {
  switch (format) {
    case "markdown":
      return splitMarkdown(text, options);
    case "plain":
      return splitPlain(text, options.language);
    case "code":
      return splitCode(text);
  }
}

/** A question of the text states nothing by itself: it is joined with the sentence after it, or left out. */
function joinQuestions(statements: readonly Statement[], text: string): readonly Statement[] {
  const joined: Statement[] = [];
  let question: Statement | undefined;
  for (const statement of statements) {
    const precedingQuestion =
      question && MARKUP_ONLY.test(text.slice(question.end, statement.start)) ? question : undefined;
    question = isQuestion(statement, text) ? statement : undefined;
    if (question) continue;
    joined.push(
      precedingQuestion && statement.kind === "sentence"
        ? { ...statement, start: precedingQuestion.start }
        : statement,
    );
  }
  return joined;
}

function isQuestion({ kind, start, end }: Statement, text: string): boolean {
  return kind === "sentence" && QUESTION_END.test(text.slice(start, end));
}
