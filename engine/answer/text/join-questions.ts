import type { Statement } from "./statement";

/** Only marks between two sentences: no heading, picture or code. */
const MARKUP_ONLY = /^[\s*_>~-]*$/;
const QUESTION_END = /\?[*_"'”’)]*$/;

/** A question of the text claims nothing by itself: it takes the sentence after it along, or is left out. */
export function joinQuestions(statements: readonly Statement[], text: string): readonly Statement[] {
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
