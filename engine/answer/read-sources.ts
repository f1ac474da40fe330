import type { Embedder } from "../embed/embedder";
import type { Passage } from "../model/passage";
import type { Clock } from "../ports/clock";
import type { Retrieval, Retriever } from "../retrieve/retriever";
import type { AnswerOptions } from "./answerer";
import { LEAST_EVIDENCE, LEAST_FOR_A_MODEL, measureEvidence } from "./measure-evidence";
import { type AnswerPlan, planAnswer } from "./plan-answer";
import { type Candidate, scoreUnits } from "./score-units";
import { createTermMatcher } from "./term-matcher";

export interface ReadingParts {
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** In fractions of a millisecond where the platform has them; timings are read off it. */
  readonly clock: Clock;
}

/** What the sources say to a question, before anything is written. */
export interface SourceReading {
  /** As it was asked. */
  readonly question: string;
  readonly plan: AnswerPlan;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Statements that may answer, best first. */
  readonly candidates: readonly Candidate[];
  /** How much speaks for an answer in them; see `measureEvidence`. */
  readonly evidence: number;
  /** False when that is too little to quote. */
  readonly isSupported: boolean;
  /** False when it is not even worth asking a model. */
  readonly mayAnswer: boolean;
  readonly timings: Retrieval["timings"];
  /** When reading began and when retrieval was done. */
  readonly begin: number;
  readonly retrieved: number;
}

/** Retrieves passages and judges their statements; `spare` passages more than an extract reads, for a model. */
export async function readSources(
  question: string,
  { filter, signal, spare = 0 }: Pick<AnswerOptions, "filter" | "signal"> & { readonly spare?: number },
  { retriever, embedder, clock }: ReadingParts,
): Promise<SourceReading> {
  const begin = clock.now();
  const plan = planAnswer(question);
  const { passages, terms, timings } = await retriever.retrieve(plan.question, {
    limit: plan.passages + spare,
    ...(filter && { filter }),
    ...(signal && { signal }),
  });
  const retrieved = clock.now();
  const matcher = createTermMatcher(plan.question, terms, retriever);
  const tools = { matcher, embedder, ...(signal && { signal }) };
  const judged = passages.slice(0, plan.passages);
  const candidates = await scoreUnits(plan, judged, tools);
  const evidence = measureEvidence(judged, candidates, matcher);
  return {
    question,
    plan,
    passages,
    candidates,
    evidence,
    isSupported: judged.length > 0 && evidence >= LEAST_EVIDENCE,
    mayAnswer: judged.length > 0 && evidence >= LEAST_FOR_A_MODEL,
    timings,
    begin,
    retrieved,
  };
}
