import type { AnswerType } from "../../language/answer-type/answer-type-of";
import { hasValueOfType } from "../../language/answer-type/has-value-of-type";
import type { Language } from "../../language/language";
import { wordsOf } from "../../util/words";
import { cellsOfRow } from "../text/cells-of-row";
import { coversMeasure } from "./asked-measures";
import type { QuestionAnalysis } from "./question-words";
import type { ScoredStatement } from "./score-statements";
import { textWithoutContext } from "./text-without-context";

/** From it a text has a value of the asked type, see `hasValueOfType`. */
export const MIN_VALUE = 0.8;
const VERB_SUPPORT_OF_CELL = 0.8;
/** Below it nothing in the passage is about the role. */
const MIN_ROLE_SUPPORT = 0.3;
/** Below it neither the statement nor what stands above it has the word. */
const MIN_NAME_SUPPORT = 0.65;
/** Types whose values are told by their form. */
const FORMED_TYPES: ReadonlySet<AnswerType> = new Set([
  "time",
  "duration",
  "money",
  "number",
  "phone",
  "reason",
]);

/** Whether a text has a value of a type that is told by its form. */
export function hasClearValue(type: AnswerType, text: string): boolean {
  return FORMED_TYPES.has(type) && hasValueOfType(type, text) >= MIN_VALUE;
}

export interface Supports {
  readonly language: Language;
  /** Of each word of the question, 0..1; changed. */
  readonly support: number[];
  /** In the statement alone; changed. */
  readonly ownSupport: number[];
}

/**
 * Corrects the support of words where words alone mislead: a row has no verb, and a number may be of another amount. True
 * for a statement about something else of the same kind: another amount, another place, the lack of another thing.
 */
export function correctSupport(
  question: QuestionAnalysis,
  candidate: ScoredStatement,
  { language, support, ownSupport }: Supports,
): boolean {
  const text = textWithoutContext(candidate);
  let isOther =
    hasOtherName(question, { text, support, language }) ||
    lacksExcluded(question, ownSupport) ||
    lacksRole(question, support);
  const { limits, extractFacts } = language.texts;
  const facts = question.measures.length === 0 ? [] : extractFacts(text).facts;
  for (const measure of question.measures) {
    const covers = coversMeasure({ text, facts }, measure, limits);
    if (covers === undefined) continue;
    isOther ||= !covers;
    support[measure.word] = Number(covers);
    ownSupport[measure.word] = Number(covers);
  }
  const verb = question.words.findIndex(({ isVerb }) => isVerb);
  if (verb >= 0 && candidate.statement.kind === "row" && hasAskedCell(question, text))
    support[verb] = Math.max(support[verb] ?? 0, VERB_SUPPORT_OF_CELL);
  return isOther;
}

/** "the desk at Lund" for "the desk at Oslo": another name after the same word, and nothing about the one asked for. */
function hasOtherName(
  { words, placedNames }: QuestionAnalysis,
  { text, support, language }: { text: string } & Pick<Supports, "support" | "language">,
): boolean {
  const missing = placedNames.filter(({ name }) =>
    words.some(({ word }, at) => word === name && (support[at] ?? 0) < MIN_NAME_SUPPORT),
  );
  if (missing.length === 0) return false;
  const others = language.questions.placedNames(text);
  return missing.some(({ placedBy }) => others.some((other) => other.placedBy === placedBy));
}

/** "Who is the tenant of the mill?" is not answered by what is about the mill alone. */
function lacksRole({ words }: QuestionAnalysis, support: readonly number[]): boolean {
  return words.some(({ isRole }, at) => isRole && (support[at] ?? 0) < MIN_ROLE_SUPPORT);
}

/** What a question excludes has to be in the statement: "Which plan does not include chat?" is not about export. */
function lacksExcluded({ isNegated, words }: QuestionAnalysis, ownSupport: readonly number[]): boolean {
  return (
    isNegated && words.some(({ isExcluded }, at) => isExcluded && (ownSupport[at] ?? 0) < MIN_NAME_SUPPORT)
  );
}

/** A row with the value that is asked for below a column that the question names: "Last boat: 19:30". */
function hasAskedCell({ answerType, spelt, words }: QuestionAnalysis, row: string): boolean {
  if (answerType === undefined) return false;
  const heads = words.flatMap(({ isHead, word }) => (isHead ? [word.toLowerCase()] : []));
  const telling = new Set(words.map(({ word }) => word.toLowerCase()));
  return cellsOfRow(row).some(({ column, text }) => {
    const names = wordsOf(column);
    const isNamed = names.length > 0 && names.every((name) => spelt.has(name) && !heads.includes(name));
    if (!isNamed) return false;
    // "From where …": places have no form, and only prepositions name them surely.
    return answerType === "place"
      ? names.every((name) => !telling.has(name))
      : hasClearValue(answerType, text);
  });
}
