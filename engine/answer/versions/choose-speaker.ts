import type { QuestionPatterns } from "../../language/language";
import { alphanumericRuns } from "../../util/words";
import type { ComparedStatement } from "./compared-statement";

/** Of the best score: what was said by somebody else is dropped only for an answer about as good. */
const MIN_RELATIVE_SCORE = 0.6;
/** Shorter words of a name are initials and particles. */
const MIN_NAME_CHARACTERS = 3;

/** Where a question asks what somebody says, leaves out what others say. */
export function chooseSpeaker(
  statements: readonly ComparedStatement[],
  question: string,
  { asksForWords }: QuestionPatterns,
): readonly ComparedStatement[] {
  if (!asksForWords.test(question)) return statements;
  const words = new Set(alphanumericRuns(question.toLowerCase()));
  const isAsked = (statement: ComparedStatement) =>
    namesOf(speakerOf(statement) ?? "").some((name) => words.has(name));
  const best = Math.max(0, ...statements.map(({ score }) => score));
  const answers = statements.some(
    (statement) => isAsked(statement) && statement.score >= best * MIN_RELATIVE_SCORE,
  );
  if (!answers) return statements;
  return statements.filter((statement) => speakerOf(statement) === undefined || isAsked(statement));
}

/** Who wrote a statement: the writer of the message it is in or quotes, or of the document. */
function speakerOf({ passage, statement }: ComparedStatement): string | undefined {
  if (statement.isQuotedReply) return statement.quotedAuthor;
  const { author, parts = [] } = passage.document;
  const part = parts.find(({ start, end }) => start <= statement.start && statement.start < end);
  return part?.author ?? author;
}

function namesOf(author: string): readonly string[] {
  return alphanumericRuns(author.toLowerCase()).filter((word) => word.length >= MIN_NAME_CHARACTERS);
}
