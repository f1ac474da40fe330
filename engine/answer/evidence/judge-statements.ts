import type { Embedder } from "../../embed/embedder";
import type { AnswerType } from "../../language/answer-type/answer-type-of";
import { hasValueOfType } from "../../language/answer-type/has-value-of-type";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import { wordsOf } from "../../util/words";
import { type AnswerabilityFeatures, answerability, measureAnswerability } from "./answerability";
import type { QuestionAnalysis } from "./question-words";
import type { ScoredStatement } from "./score-statements";
import { type StatementSurroundings, supportOfWords } from "./support-words";
import type { TermMatcher } from "./term-matcher";

/** A scored statement with the probability that it answers, 0..1. */
export interface JudgedStatement extends ScoredStatement {
  readonly probability: number;
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
const MAX_JUDGED = 48;
/** Of these the words that the question has and they lack are compared by meaning. */
const MAX_COMPARED = 16;
/** Below it a word is compared by meaning. */
const MIN_SUPPORT = 0.85;
/** The cosine of two words that have nothing to do with each other, and of two that mean the same. */
const COSINES = { unrelated: 0.25, same: 0.6 };
/** What a word of a similar vector counts at most. */
const SIMILAR_SUPPORT = 0.7;
/** Statements before and after that may have the value. */
const COMPANION_DISTANCE = 2;
const MIN_COMPANION_VALUE = 0.8;
/** Types whose values are told by their form. */
const COMPLETED_TYPES: ReadonlySet<AnswerType> = new Set([
  "time",
  "duration",
  "money",
  "number",
  "phone",
  "reason",
]);
/** How much the words that tell little, and how well a statement matches, decide between equally probable ones. */
const SCORE_SHARES = { probability: 0.7, match: 0.25, fillers: 0.05 };

/** Judges the best statements: whether they answer, not only whether they match. Best first. */
export async function judgeStatements(
  question: QuestionAnalysis,
  statements: readonly ScoredStatement[],
  deps: JudgeDeps,
): Promise<readonly JudgedStatement[]> {
  const { matcher } = deps;
  const candidates = statements.slice(0, MAX_JUDGED);
  const surroundingsOf = createSurroundings(statements, matcher);
  const supports = candidates.map((candidate) => [...supportOfWords(question, surroundingsOf(candidate))]);
  await addRelatedWords(question, candidates, { ...deps, supports });
  const tokenSimilarities = await compareTokens(deps);
  const byStatement = new Map(statements.map((one) => [one.statement, one]));
  return candidates
    .map((candidate, at): JudgedStatement => {
      const support = supports[at] ?? [];
      const alone = measure(question, candidate, { ...deps, support, tokenSimilarities });
      const nearby = neighboursOf(candidate, byStatement);
      const companion = nearby.find((other) => hasTheValue(question, alone, newTextOf(other, matcher)));
      const features = companion ? { ...alone, value: MIN_COMPANION_VALUE } : alone;
      const probability = answerability(features);
      const score =
        SCORE_SHARES.probability * probability +
        SCORE_SHARES.match * candidate.score +
        SCORE_SHARES.fillers * shareOfFillers(question, candidate, matcher);
      return { ...candidate, score, features, probability, ...(companion && { companion }) };
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
  const texts = passages.map(({ document, chunk }) =>
    [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n"),
  );
  const matches = await embedder.matchTokens?.(questionText, texts, signal);
  return new Map(
    passages.map((passage, at) => [
      passage,
      matches ? weightedMean(matches.nearest[at], matches.weights) : 0,
    ]),
  );
}

function weightedMean(values: Float32Array | undefined, weights: Float32Array): number {
  return values?.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) ?? 0;
}

interface MeasuringDeps {
  readonly support: readonly number[];
  readonly tokenSimilarities: ReadonlyMap<Passage, number>;
}

function measure(
  question: QuestionAnalysis,
  candidate: ScoredStatement,
  { language, matcher, embedder, questionText, support, tokenSimilarities }: JudgeDeps & MeasuringDeps,
): AnswerabilityFeatures {
  const nowhere = new Set<string>();
  const surroundings = {
    statement: candidate.terms,
    context: nowhere,
    neighbours: nowhere,
    passage: nowhere,
  };
  return measureAnswerability(question, {
    newText: newTextOf(candidate, matcher),
    polarity: polarityOf(question, textWithoutContext(candidate), language),
    similarity: candidate.similarity,
    tokenSimilarity: tokenSimilarities.get(candidate.passage) ?? 0,
    known: embedder.knownShare(questionText),
    support,
    ownSupport: supportOfWords(question, surroundings),
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

export function textWithoutContext({ statement, text }: ScoredStatement): string {
  const { context } = statement;
  return context !== undefined && text.startsWith(`${context}\n`) ? text.slice(context.length + 1) : text;
}

/** 1 where the question excludes something and the statement does not, less where it is the other way round. */
function polarityOf({ isNegated }: QuestionAnalysis, text: string, { texts }: Language): number {
  const excludes = texts.extractFacts(text).isNegated || texts.exception.test(text);
  if (isNegated) return excludes ? 0 : 1;
  return 0;
}

function neighboursOf(
  { statement, siblings }: ScoredStatement,
  byStatement: ReadonlyMap<ScoredStatement["statement"], ScoredStatement>,
): readonly ScoredStatement[] {
  const at = siblings.indexOf(statement);
  return Array.from({ length: COMPANION_DISTANCE }, (_, distance) => [
    siblings[at + distance + 1],
    siblings[at - distance - 1],
  ])
    .flat()
    .flatMap((sibling) => (sibling && byStatement.get(sibling)) ?? []);
}

function hasTheValue({ answerType }: QuestionAnalysis, alone: AnswerabilityFeatures, text: string): boolean {
  if (answerType === undefined || !COMPLETED_TYPES.has(answerType) || alone.value >= 0.5) return false;
  return hasValueOfType(answerType, text) >= MIN_COMPANION_VALUE;
}

function shareOfFillers(
  { fillers }: QuestionAnalysis,
  { text }: ScoredStatement,
  matcher: TermMatcher,
): number {
  if (fillers.size === 0) return 0;
  const found = matcher.matches(text);
  return [...fillers].filter((term) => found.has(term)).length / fillers.size;
}

/** Finds the question's terms around statements; what statements share is read once. */
function createSurroundings(statements: readonly ScoredStatement[], matcher: TermMatcher) {
  const termsOf = new Map(statements.map(({ statement, terms }) => [statement, terms]));
  const contexts = new Map<Passage, { context: ReadonlySet<string>; passage: ReadonlySet<string> }>();
  return ({ passage, statement, siblings, terms }: ScoredStatement): StatementSurroundings => {
    const shared = contexts.get(passage) ?? readPassage(passage, matcher);
    contexts.set(passage, shared);
    const at = siblings.indexOf(statement);
    const near = [siblings[at - 1], siblings[at + 1]].flatMap((one) => [
      ...((one && termsOf.get(one)) ?? []),
    ]);
    const context = statement.context === undefined ? [] : matcher.matches(statement.context);
    return {
      statement: terms,
      context: new Set([...shared.context, ...context]),
      neighbours: new Set(near),
      passage: shared.passage,
    };
  };
}

function readPassage({ document, chunk }: Passage, matcher: TermMatcher) {
  const names = [document.title, document.fileName ?? "", ...(document.container ?? []), ...chunk.headings];
  return {
    context: matcher.matches(names.join("\n")),
    passage: matcher.matches(document.text.slice(chunk.start, chunk.end)),
  };
}

interface RelatedDeps extends Pick<JudgeDeps, "language" | "embedder" | "signal"> {
  /** By candidate, by word; changed. */
  readonly supports: readonly number[][];
}

/** Raises the support of words for which the best candidates have one of the same or a narrower meaning. */
async function addRelatedWords(
  { words }: QuestionAnalysis,
  candidates: readonly ScoredStatement[],
  { supports, language, embedder, signal }: RelatedDeps,
): Promise<void> {
  const compared = candidates.slice(0, MAX_COMPARED);
  const texts = compared.map(({ text }) => text);
  const wordsOfTexts = compared.map(({ text, passage }) => wordsOf(`${text} ${passage.document.title}`));
  const related = await language.relatedWords();
  for (const [word, { word: name }] of words.entries()) {
    const isMissing = compared.some((_, at) => (supports[at]?.[word] ?? 0) < MIN_SUPPORT);
    if (!isMissing || /\p{N}/u.test(name)) continue;
    const matches = await embedder.matchTokens?.(name, texts, signal);
    for (const [at, support] of supports.slice(0, compared.length).entries()) {
      const cosine = weightedMean(matches?.nearest[at], matches?.weights ?? new Float32Array());
      const similar = (cosine - COSINES.unrelated) / (COSINES.same - COSINES.unrelated);
      support[word] = Math.max(
        support[word] ?? 0,
        SIMILAR_SUPPORT * Math.max(0, Math.min(1, similar)),
        related.supportIn(name, wordsOfTexts[at] ?? []),
      );
    }
  }
}
