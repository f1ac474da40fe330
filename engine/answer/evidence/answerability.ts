import { hasValueOfType } from "../../language/answer-type/has-value-of-type";
import learned from "./answerability-weights.json";
import type { QuestionAnalysis } from "./question-words";

/** What is measured of a statement, to tell whether it answers. */
export interface AnswerabilityFeatures {
  /** Share of the question's weight that the statement and what surrounds it support. */
  readonly coverage: number;
  /** Weight of the question's word that is supported least, with what lacks. */
  readonly gap: number;
  /** Weight that is supported, in bits: of a long question a part is enough. */
  readonly matched: number;
  /** Share of the question's weight in the statement itself. */
  readonly ownCoverage: number;
  /** Cosine of the question with the statement, by how much of both the embedder knows. */
  readonly similarity: number;
  /** Mean of the highest cosines of the question's tokens with those of the passage, by weight. */
  readonly tokenSimilarity: number;
  /** A value of the asked type; 0.8 where no type is asked for. */
  readonly value: number;
  /** 1 where one of question and statement is negated and the other is not, or where the statement is about something else. */
  readonly polarity: number;
  /** Logarithm of the number of the question's words: one is matched by chance. */
  readonly length: number;
}

export const FEATURE_NAMES: readonly (keyof AnswerabilityFeatures)[] = [
  "coverage",
  "gap",
  "matched",
  "ownCoverage",
  "similarity",
  "tokenSimilarity",
  "value",
  "polarity",
  "length",
];

/** Learned by `npm run train:answerability`; what it learns from is in engine/decisions/2026-11-28-three-outcomes.md. */
const WEIGHTS: AnswerabilityFeatures = { ...learned.weights, polarity: -4 };

const USUAL_SIMILARITY = 0.6;
const UNTYPED_VALUE = 0.8;
/** What a value of the asked type counts for a word it implies. */
const IMPLIED_SUPPORT = 0.9;

export interface MeasuredStatement {
  /** As a reader sees it, without the words of the question. */
  readonly newText: string;
  readonly polarity: number;
  readonly similarity: number;
  /** Undefined for an embedder that compares no tokens. */
  readonly tokenSimilarity: number | undefined;
  /** Share of the question that the embedder knows, 0..1: without it vectors tell nothing. */
  readonly known: number;
  /** Of each word of the question, in the statement and around it, 0..1. */
  readonly support: readonly number[];
  /** Of each word, in the statement alone. */
  readonly ownSupport: readonly number[];
}

/** Measures whether a statement answers a question. */
export function measureAnswerability(
  { words, answerType }: QuestionAnalysis,
  { newText, polarity, similarity, support, ownSupport, ...vectors }: MeasuredStatement,
): AnswerabilityFeatures {
  const value = answerType === undefined ? UNTYPED_VALUE : hasValueOfType(answerType, newText);
  const supported = words.map(({ isImplied }, at) =>
    Math.max(support[at] ?? 0, isImplied ? IMPLIED_SUPPORT * value : 0),
  );
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const shareOf = (parts: readonly number[]) =>
    total === 0 ? 0 : words.reduce((sum, { weight }, at) => sum + weight * (parts[at] ?? 0), 0) / total;
  const coverage = shareOf(supported);
  const ownCoverage = shareOf(ownSupport);
  const { known } = vectors;
  return {
    coverage,
    gap: Math.max(0, ...words.map(({ weight }, at) => weight * (1 - (supported[at] ?? 0)))),
    matched: Math.log2(1 + coverage * total),
    ownCoverage,
    // A question in unknown letters has the usual similarity to a statement that has its words.
    similarity: known * Math.max(0, similarity) + (1 - known) * USUAL_SIMILARITY * ownCoverage,
    tokenSimilarity: known * (vectors.tokenSimilarity ?? coverage) + (1 - known) * coverage,
    value,
    polarity,
    length: Math.log2(1 + words.length),
  };
}

/** Probability that the statement answers, 0..1. */
export function answerability(features: AnswerabilityFeatures): number {
  const logit = FEATURE_NAMES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], learned.bias);
  return 1 / (1 + Math.exp(-logit));
}
