import type { Embedder } from "../../embed/embedder";
import type { Passage } from "../../model/passage";
import type { Clock } from "../../ports/clock";
import type { Retrieval, Retriever } from "../../retrieve/retriever";
import type { AnswerOptions } from "../answerer";
import { type AnswerPlan, planAnswer } from "../plan-answer";
import { MIN_EVIDENCE_FOR_MODEL, MIN_EVIDENCE_FOR_QUOTES, scoreEvidence } from "./score-evidence";
import { type ScoredStatement, scoreStatements } from "./score-statements";
import { createTermMatcher } from "./term-matcher";

export interface EvidenceDeps {
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** In fractions of a millisecond where the platform has them; timings are read off it. */
  readonly clock: Clock;
}

/** What the sources say to a question, before anything is written. */
export interface Evidence {
  /** As it was asked. */
  readonly question: string;
  readonly plan: AnswerPlan;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Statements that may answer, best first. */
  readonly statements: readonly ScoredStatement[];
  /** How much speaks for an answer in them; see `scoreEvidence`. */
  readonly score: number;
  /** False when that is too little to quote. */
  readonly isSufficientForQuotes: boolean;
  /** False when it is not even worth asking a model. */
  readonly isSufficientForModel: boolean;
  readonly timings: Retrieval["timings"];
  /** When reading began and when retrieval was done. */
  readonly startedAt: number;
  readonly retrievedAt: number;
}

/** Retrieves passages and judges their statements; `extraPassages` passages more than an extract reads, for a model. */
export async function assessEvidence(
  question: string,
  {
    filter,
    signal,
    extraPassages = 0,
  }: Pick<AnswerOptions, "filter" | "signal"> & { readonly extraPassages?: number },
  { retriever, embedder, clock }: EvidenceDeps,
): Promise<Evidence> {
  const begin = clock.now();
  const plan = planAnswer(question);
  const { passages, terms, timings } = await retriever.retrieve(plan.question, {
    limit: plan.passages + extraPassages,
    ...(filter && { filter }),
    ...(signal && { signal }),
  });
  const retrieved = clock.now();
  const matcher = createTermMatcher(plan.question, terms, retriever);
  const deps = { matcher, embedder, ...(signal && { signal }) };
  const scored = passages.slice(0, plan.passages);
  const candidates = await scoreStatements(plan, scored, deps);
  const score = scoreEvidence(scored, candidates, matcher);
  return {
    question,
    plan,
    passages,
    statements: candidates,
    score,
    isSufficientForQuotes: scored.length > 0 && score >= MIN_EVIDENCE_FOR_QUOTES,
    isSufficientForModel: scored.length > 0 && score >= MIN_EVIDENCE_FOR_MODEL,
    timings,
    startedAt: begin,
    retrievedAt: retrieved,
  };
}
