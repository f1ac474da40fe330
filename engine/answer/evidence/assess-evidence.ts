import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import type { Clock } from "../../ports/clock";
import type { Retrieval, Retriever } from "../../retrieve/retriever";
import type { AnswerOptions } from "../answerer";
import { type AnswerPlan, planAnswer } from "../plan-answer";
import { type WeighedStatements, weighVersions } from "../versions/weigh-versions";
import { withoutVersionWords } from "../versions/without-version-words";
import { type JudgedStatement, judgeStatements } from "./judge-statements";
import { analyseQuestion, type QuestionAnalysis } from "./question-words";
import { scoreStatements } from "./score-statements";
import { createTermMatcher } from "./term-matcher";

/** Of the best statement: to quote it as the answer; to ask a model, which can say itself that nothing answers. */
const MIN_PROBABILITY = { quotes: 0.4, model: 0.12 };

export interface EvidenceDeps {
  readonly language: Language;
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** With fractions of a millisecond where the platform has them, for timings. */
  readonly clock: Clock;
  /** Called with all evidence, for evaluation. */
  readonly onEvidence?: (evidence: Evidence) => void;
}

/** What was found for a question, before an answer is written. */
export interface Evidence {
  /** As it was asked. */
  readonly question: string;
  readonly plan: AnswerPlan;
  readonly asked: QuestionAnalysis;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Statements that may answer, best first. */
  readonly statements: readonly JudgedStatement[];
  /** What is known of the versions of the best statements. */
  readonly versions: Pick<WeighedStatements, "compared" | "contradictions">;
  /** Probability that the best statement answers, 0..1. */
  readonly score: number;
  /** False when the score is too low to quote. */
  readonly isSufficientForQuotes: boolean;
  /** False when the score is too low to ask a model. */
  readonly isSufficientForModel: boolean;
  readonly timings: Retrieval["timings"];
  /** When assessing began and when retrieval ended, by the clock. */
  readonly startedAt: number;
  readonly retrievedAt: number;
}

/**
 * Retrieves passages and scores their statements. `extraPassages` are retrieved beyond those an extractive answer reads,
 * for a model.
 */
export async function assessEvidence(
  question: string,
  {
    filter,
    signal,
    extraPassages = 0,
  }: Pick<AnswerOptions, "filter" | "signal"> & { readonly extraPassages?: number },
  { language, retriever, embedder, clock, onEvidence }: EvidenceDeps,
): Promise<Evidence> {
  const startedAt = clock.now();
  const plan = planAnswer(question, language);
  const { passages, terms, timings } = await retriever.retrieve(plan.question, {
    limit: plan.passages + extraPassages,
    ...(filter && { filter }),
    ...(signal && { signal }),
  });
  const retrievedAt = clock.now();
  const versioning = { language, retriever, now: retrievedAt };
  const subject = withoutVersionWords(plan.question, { ...versioning, passages });
  const subjectTerms = subject === plan.question ? terms : retriever.terms(subject);
  const matcher = createTermMatcher(subject, subjectTerms, retriever);
  const deps = { language, matcher, embedder, ...(signal && { signal }) };
  const scored = passages.slice(0, plan.passages);
  const asked = analyseQuestion(subject, { language, retriever });
  const judged = await judgeStatements(asked, await scoreStatements(plan, scored, deps), {
    ...deps,
    questionText: plan.question,
    passages: scored,
  });
  const { statements, ...versions } = weighVersions(judged, plan.question, versioning);
  const score = Math.max(0, ...statements.map(({ probability }) => probability));
  const evidence: Evidence = {
    question,
    plan,
    asked,
    passages,
    statements,
    versions,
    score,
    isSufficientForQuotes: score >= MIN_PROBABILITY.quotes,
    isSufficientForModel: statements.some(({ relevance }) => relevance >= MIN_PROBABILITY.model),
    timings,
    startedAt,
    retrievedAt,
  };
  onEvidence?.(evidence);
  return evidence;
}
