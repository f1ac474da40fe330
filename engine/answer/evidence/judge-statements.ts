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
  const surroundings = candidates.map(surroundingsOf);
  const supports = surroundings.map((one) => [...supportOfWords(question, one)]);
  const ownSupports = surroundings.map((one) => [...supportOfWords(question, onlyStatement(one))]);
  await addRelatedWords(question, candidates, { ...deps, supports, ownSupports });
  const tokenSimilarities = await compareTokens(deps);
  const byStatement = new Map(statements.map((one) => [one.statement, one]));
  return candidates
    .map((candidate, at): JudgedStatement => {
      const [support = [], ownSupport = []] = [supports[at], ownSupports[at]];
      const alone = measure(question, candidate, { ...deps, support, ownSupport, tokenSimilarities });
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
  readonly ownSupport: readonly number[];
  readonly tokenSimilarities: ReadonlyMap<Passage, number>;
}

function measure(
  question: QuestionAnalysis,
  candidate: ScoredStatement,
  {
    language,
    matcher,
    embedder,
    questionText,
    support,
    ownSupport,
    tokenSimilarities,
  }: JudgeDeps & MeasuringDeps,
): AnswerabilityFeatures {
  return measureAnswerability(question, {
    newText: newTextOf(candidate, matcher),
    polarity: polarityOf(question, textWithoutContext(candidate), language),
    similarity: candidate.similarity,
    tokenSimilarity: tokenSimilarities.get(candidate.passage) ?? 0,
    known: embedder.knownShare(questionText),
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
  const known = new Map<Passage, PassageTerms>();
  return (candidate: ScoredStatement): StatementSurroundings => {
    const { passage, statement, siblings } = candidate;
    const shared = known.get(passage) ?? readPassage(passage, matcher);
    known.set(passage, shared);
    const at = siblings.indexOf(statement);
    const near = [siblings[at - 1], siblings[at + 1]].flatMap((one) => [
      ...((one && termsOf.get(one)) ?? []),
    ]);
    const section = shared.sections.findLast(({ start }) => start <= statement.start);
    const context = statement.context === undefined ? [] : matcher.matches(statement.context);
    return {
      // What stands below a question answers it.
      statement: new Set([...ownTermsOf(candidate), ...(section?.isQuestion ? section.terms : [])]),
      context: new Set([...shared.context, ...(section?.terms ?? []), ...context]),
      neighbours: new Set(near),
      passage: shared.passage,
      text: textWithoutContext(candidate),
    };
  };
}

function ownTermsOf({ terms, ownTerms }: ScoredStatement): ReadonlySet<string> {
  return ownTerms ?? terms;
}

interface PassageTerms {
  readonly context: ReadonlySet<string>;
  readonly passage: ReadonlySet<string>;
  readonly sections: readonly SectionTerms[];
}

/** A heading inside a passage. */
interface SectionTerms {
  /** Offset in the document. */
  readonly start: number;
  readonly terms: ReadonlySet<string>;
  readonly isQuestion: boolean;
}

const HEADING = /^#{1,6}[ \t]+(?<words>.+)$/gm;
const QUESTION_END = /[?？؟]\W*$/;

function readPassage({ document, chunk }: Passage, matcher: TermMatcher): PassageTerms {
  const text = document.text.slice(chunk.start, chunk.end);
  const names = [document.title, document.fileName ?? "", ...(document.container ?? []), ...chunk.headings];
  const headings = document.format === "markdown" ? [...text.matchAll(HEADING)] : [];
  return {
    context: matcher.matches(names.join("\n")),
    passage: matcher.matches(text),
    sections: headings.map(({ index, groups }) => {
      const words = groups?.words ?? "";
      return {
        start: chunk.start + index,
        terms: matcher.matches(words),
        isQuestion: QUESTION_END.test(words),
      };
    }),
  };
}

interface RelatedDeps extends Pick<JudgeDeps, "language" | "embedder" | "signal"> {
  /** By candidate, by word; changed. */
  readonly supports: readonly number[][];
  /** The same in the statements alone. */
  readonly ownSupports: readonly number[][];
}

/** Raises the support of words for which the best candidates have one of the same or a narrower meaning. */
async function addRelatedWords(
  { words }: QuestionAnalysis,
  candidates: readonly ScoredStatement[],
  deps: RelatedDeps,
): Promise<void> {
  const texts = candidates.slice(0, MAX_COMPARED).map(textWithoutContext);
  const wordsOfTexts = texts.map(wordsOf);
  const related = await deps.language.relatedWords();
  for (const [position, { word }] of words.entries()) {
    const isSupported = texts.every((_, at) => (deps.supports[at]?.[position] ?? 0) >= MIN_SUPPORT);
    if (isSupported || /\p{N}/u.test(word)) continue;
    const similarities = await similaritiesOf(word, texts, deps);
    for (const [at, textWords] of wordsOfTexts.entries()) {
      const likeness = Math.max(similarities[at] ?? 0, related.supportIn(word, textWords));
      raise(deps.supports[at], position, likeness);
      raise(deps.ownSupports[at], position, likeness);
    }
  }
}

function raise(support: number[] | undefined, position: number, value: number): void {
  if (support) support[position] = Math.max(support[position] ?? 0, value);
}

/** How much each text supports a word by the vectors of its tokens. */
async function similaritiesOf(
  word: string,
  texts: readonly string[],
  { embedder, signal }: Pick<JudgeDeps, "embedder" | "signal">,
): Promise<readonly number[]> {
  const matches = await embedder.matchTokens?.(word, texts, signal);
  return texts.map((_, at) => {
    const cosine = matches ? weightedMean(matches.nearest[at], matches.weights) : 0;
    const likeness = (cosine - COSINES.unrelated) / (COSINES.same - COSINES.unrelated);
    return SIMILAR_SUPPORT * Math.max(0, Math.min(1, likeness));
  });
}

const NOWHERE: ReadonlySet<string> = new Set();

function onlyStatement({ statement, text }: StatementSurroundings): StatementSurroundings {
  return { statement, text, context: NOWHERE, neighbours: NOWHERE, passage: NOWHERE };
}
