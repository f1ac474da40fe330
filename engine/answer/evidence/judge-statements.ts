import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import { headingsIn } from "../text/headings-in";
import { passageText } from "../text/passage-text";
import type { Statement } from "../text/statement";
import { type AnswerabilityFeatures, answerability, measureAnswerability } from "./answerability";
import { correctSupport, hasClearValue, MIN_VALUE } from "./correct-support";
import type { QuestionAnalysis } from "./question-words";
import type { ScoredStatement } from "./score-statements";
import { createSurroundings, onlyStatement } from "./statement-surroundings";
import { addRelatedWords } from "./support-related-words";
import { supportOfWords } from "./support-words";
import type { TermMatcher } from "./term-matcher";
import { textWithoutContext } from "./text-without-context";
import { weightedMean } from "./weighted-mean";

/** A scored statement with the probability that it answers, 0..1. */
export interface JudgedStatement extends ScoredStatement {
  readonly probability: number;
  /** The same, whether or not one of question and statement is negated: for a model, which reads that itself. */
  readonly relevance: number;
  /** It is about every date, amount and number of the question. */
  readonly hasAskedValues: boolean;
  /** A statement nearby that has the value that was asked for, where this one does not. */
  readonly companion?: ScoredStatement;
  /** What it is judged by, for evaluation. */
  readonly features: AnswerabilityFeatures;
}

export interface JudgeDeps {
  readonly language: Language;
  readonly matcher: TermMatcher;
  readonly embedder: Embedder;
  /** On one line. */
  readonly questionText: string;
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly signal?: AbortSignal;
}

/** Statements that are judged, of those that match best. */
const MAX_JUDGED = 32;
/** Statements before and after that may have the value. */
const COMPANION_DISTANCE = 2;
/** In the statement, its headings or its title. */
const MIN_SUPPORT_OF_VALUE = 0.9;
/** How much the words that tell little, and how well a statement matches, decide between equally probable ones. */
const SCORE_SHARES = { probability: 0.5, match: 0.45, fillers: 0.05 };

/** Judges the best statements: whether they answer, not only whether they match. Best first. */
export async function judgeStatements(
  question: QuestionAnalysis,
  statements: readonly ScoredStatement[],
  deps: JudgeDeps,
): Promise<readonly JudgedStatement[]> {
  const { matcher } = deps;
  const candidates = statements.slice(0, MAX_JUDGED);
  const surroundingsOf = createSurroundings(statements, matcher);
  const surroundings = candidates.map(surroundingsOf);
  const supports = surroundings.map((one) => [...supportOfWords(question, one)]);
  const ownSupports = surroundings.map((one) => [...supportOfWords(question, onlyStatement(one))]);
  await addRelatedWords(question, candidates, { ...deps, supports, ownSupports });
  const areOther = candidates.map((candidate, at) =>
    correctSupport(question, candidate, {
      ...deps,
      support: supports[at] ?? [],
      ownSupport: ownSupports[at] ?? [],
    }),
  );
  const tokenSimilarities = await compareTokens(deps);
  const known = deps.embedder.knownShare(deps.questionText);
  const asksForNext = deps.language.questions.asksForNext.test(deps.questionText);
  const byStatement = new Map(statements.map((one) => [one.statement, one]));
  return candidates
    .map((candidate, at): JudgedStatement => {
      const [support = [], ownSupport = []] = [supports[at], ownSupports[at]];
      const alone = measure(question, candidate, {
        ...deps,
        ...{ support, ownSupport, tokenSimilarities, known, isOther: areOther[at] === true },
      });
      const nearby = neighboursOf(candidate, byStatement);
      const next = asksForNext && nextStep(candidate, byStatement);
      const companion =
        next || nearby.find((other) => hasTheValue(question, alone, () => newTextOf(other, matcher)));
      const features = companion ? { ...alone, value: MIN_VALUE } : alone;
      const probability = answerability(features);
      const relevance = answerability({ ...features, polarity: 0 });
      const score =
        SCORE_SHARES.probability * probability +
        SCORE_SHARES.match * candidate.score +
        SCORE_SHARES.fillers * shareOfFillers(question, candidate);
      const hasAskedValues = question.words.every(
        ({ isValue }, word) => !isValue || (support[word] ?? 0) >= MIN_SUPPORT_OF_VALUE,
      );
      return {
        ...candidate,
        ...{ score, features, probability, relevance, hasAskedValues },
        ...(companion && { companion }),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** The mean of the highest cosines of the question's tokens, by passage. */
async function compareTokens({
  questionText,
  passages,
  embedder,
  signal,
}: JudgeDeps): Promise<ReadonlyMap<Passage, number>> {
  const matches = await embedder.matchTokens?.(questionText, passages.map(passageText), signal);
  if (!matches) return new Map();
  return new Map(
    passages.map((passage, at) => [passage, weightedMean(matches.nearest[at], matches.weights)]),
  );
}

interface MeasuringDeps {
  readonly support: readonly number[];
  readonly ownSupport: readonly number[];
  readonly tokenSimilarities: ReadonlyMap<Passage, number>;
  /** It is about something else of the same kind; see `correctSupport`. */
  readonly isOther: boolean;
  /** Share of the question that the embedder knows. */
  readonly known: number;
}

function measure(
  question: QuestionAnalysis,
  candidate: ScoredStatement,
  { language, matcher, support, ownSupport, tokenSimilarities, known, isOther }: JudgeDeps & MeasuringDeps,
): AnswerabilityFeatures {
  return measureAnswerability(question, {
    newText: question.answerType === undefined ? "" : newTextOf(candidate, matcher),
    polarity: isOther ? 1 : polarityOf(question, candidate, language),
    similarity: candidate.similarity,
    tokenSimilarity: tokenSimilarities.get(candidate.passage),
    known,
    support,
    ownSupport,
  });
}

/** What a statement says beside the words of the question: a number of the question is no answer to it. */
function newTextOf(candidate: ScoredStatement, matcher: TermMatcher): string {
  const text = textWithoutContext(candidate);
  let rest = "";
  let from = 0;
  for (const [start, end] of matcher.matchRanges(text)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}

/** 1 where the question excludes something and the statement does not; a whole list excludes only in some of its items. */
function polarityOf(
  { isNegated }: QuestionAnalysis,
  candidate: ScoredStatement,
  { texts }: Language,
): number {
  if (!isNegated) return 0;
  if (candidate.statement.kind === "list") return 1;
  const text = textWithoutContext(candidate);
  return texts.extractFacts(text).isNegated || texts.exception.test(text) ? 0 : 1;
}

/** Those nearby in the same section: what stands under another heading is about something else. */
function neighboursOf(
  { passage, statement, siblings }: ScoredStatement,
  byStatement: ReadonlyMap<ScoredStatement["statement"], ScoredStatement>,
): readonly ScoredStatement[] {
  const at = siblings.indexOf(statement);
  const headings = headingsIn(passage);
  const sectionOf = ({ start }: Statement) => headings.findLast((heading) => heading.start <= start);
  return Array.from({ length: COMPANION_DISTANCE }, (_, distance) => [
    siblings[at + distance + 1],
    siblings[at - distance - 1],
  ])
    .flat()
    .filter((sibling) => sibling !== undefined)
    .filter((sibling) => sectionOf(sibling) === sectionOf(statement))
    .flatMap((sibling) => byStatement.get(sibling) ?? []);
}

/** The item after this one of a list. */
function nextStep(
  { statement, siblings }: ScoredStatement,
  byStatement: ReadonlyMap<ScoredStatement["statement"], ScoredStatement>,
): ScoredStatement | undefined {
  if (statement.kind !== "item") return undefined;
  const next = siblings.slice(siblings.indexOf(statement) + 1).find(({ kind }) => kind === "item");
  return next && byStatement.get(next);
}

function hasTheValue(
  { answerType }: QuestionAnalysis,
  alone: AnswerabilityFeatures,
  textOf: () => string,
): boolean {
  return answerType !== undefined && alone.value < 0.5 && hasClearValue(answerType, textOf());
}

function shareOfFillers({ fillers }: QuestionAnalysis, { terms }: ScoredStatement): number {
  return fillers.size === 0 ? 0 : [...fillers].filter((term) => terms.has(term)).length / fillers.size;
}
