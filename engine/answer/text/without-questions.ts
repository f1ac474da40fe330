import type { Language } from "../../language/language";
import type { Statement } from "./statement";

/** Only marks between two sentences: no heading, picture or code. */
const MARKUP_ONLY = /^[\s*_>~-]*$/;
/** Question marks of all scripts, also before closing marks. Greek ends a question with a semicolon. */
const QUESTION_END = /(?:[?？؟⁇⁈⁉፧꘏⸮]|\p{Script=Greek}["'”’»)*_=]*[;;])["'”’»)*_=\]]*$/u;
/** Armenian marks the word that is asked about. */
const QUESTION_INSIDE = /\u055e/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;
const ASKING_KINDS: ReadonlySet<Statement["kind"]> = new Set(["sentence", "item", "field", "excerpt"]);

interface QuestionOptions {
  /** What stands at `[start, end)`, without hidden remarks. */
  readonly wordsAt: (start: number, end: number) => string;
  readonly language: Language;
}

/** A question of the text states nothing by itself: it is joined with the sentence after it, or left out. */
export function withoutQuestions(
  statements: readonly Statement[],
  { wordsAt, language }: QuestionOptions,
): readonly Statement[] {
  const stating: Statement[] = [];
  let question: Statement | undefined;
  for (const statement of statements) {
    const asked = question;
    question = isQuestion(statement, wordsAt(statement.start, statement.end), language)
      ? statement
      : undefined;
    if (question) continue;
    const isAnswer =
      asked &&
      statement.kind === "sentence" &&
      asked.isQuotedReply === statement.isQuotedReply &&
      isAnswered(asked, wordsAt(asked.end, statement.start));
    stating.push(isAnswer ? { ...statement, start: asked.start } : statement);
  }
  return stating;
}

/** The next item of a list does not answer the question of the item before it. */
function isAnswered(question: Statement, between: string): boolean {
  return MARKUP_ONLY.test(between) && !(question.kind !== "sentence" && /\n\s*[-*]/.test(between));
}

function isQuestion({ kind, words }: Statement, own: string, { texts }: Language): boolean {
  if (kind === "list") return onlyAsks(own);
  if (!ASKING_KINDS.has(kind)) return false;
  const bare = own.replace(/^[\s>*_-]+/, "");
  return (
    QUESTION_END.test((words ?? own).trim()) || QUESTION_INSIDE.test(bare) || texts.openQuestion.test(bare)
  );
}

/** Whether every item of a list is a question. */
function onlyAsks(list: string): boolean {
  const items = list.split("\n").filter((line) => ITEM.test(line));
  return items.length > 0 && items.every((item) => QUESTION_END.test(item.trim()));
}
