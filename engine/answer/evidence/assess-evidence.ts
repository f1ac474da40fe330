import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import type { Clock } from "../../ports/clock";
import type { Retrieval, Retriever } from "../../retrieve/retriever";
import type { AnswerOptions } from "../answerer";
import { type AnswerPlan, planAnswer } from "../plan-answer";
import { MIN_EVIDENCE_FOR_MODEL, MIN_EVIDENCE_FOR_QUOTES, scoreEvidence } from "./score-evidence";
import { type ScoredStatement, scoreStatements } from "./score-statements";
import { createTermMatcher } from "./term-matcher";

export interface EvidenceDeps {
  readonly language: Language;
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** With fractions of a millisecond where the platform has them, for timings. */
  readonly clock: Clock;
}

/** What was found for a question, before an answer is written. */
export interface Evidence {
  /** As it was asked. */
  readonly question: string;
  readonly plan: AnswerPlan;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Statements that may answer, best first. */
  readonly statements: readonly ScoredStatement[];
  /** See `scoreEvidence`. */
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
  { language, retriever, embedder, clock }: EvidenceDeps,
): Promise<Evidence> {
  const startedAt = clock.now();
  const plan = planAnswer(question, language);
  const { passages, terms, timings } = await retriever.retrieve(plan.question, {
    limit: plan.passages + extraPassages,
    ...(filter && { filter }),
    ...(signal && { signal }),
  });
  const retrievedAt = clock.now();
  const matcher = createTermMatcher(plan.question, terms, retriever);
  const deps = { language, matcher, embedder, ...(signal && { signal }) };
  const scored = passages.slice(0, plan.passages);
  const statements = await scoreStatements(plan, scored, deps);
  const score = scoreEvidence(scored, statements, matcher);
  return {
    question,
    plan,
    passages,
    statements,
    score,
    isSufficientForQuotes: scored.length > 0 && score >= MIN_EVIDENCE_FOR_QUOTES,
    isSufficientForModel: scored.length > 0 && score >= MIN_EVIDENCE_FOR_MODEL,
    timings,
    startedAt,
    retrievedAt,
  };
}
