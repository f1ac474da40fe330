import type { QueryTerm, TermPositions } from "../../model/hit";

/** A question as features see it. */
export interface AnalysedQuestion {
  /** As the index reads it; stop words weigh 0. */
  readonly terms: readonly QueryTerm[];
  /** Of each of its tokens, 1 in sum; empty where the embedder does not compare tokens. */
  readonly tokenWeights: Float32Array;
}

/** A candidate as features see it. */
export interface AnalysedCandidate {
  /** The fused score, 0..1. */
  readonly score: number;
  /** Where its text has the question's terms, by their position in `AnalysedQuestion.terms`. */
  readonly places: TermPositions;
  /** By token of the question, the highest cosine with one of the candidate's tokens. */
  readonly maxSimilarities: Float32Array;
  /** Weights of its own terms; only of the candidates that speak for the others. */
  readonly ownTerms: readonly QueryTerm[];
  /** How often it has the terms of those that speak, and none of the question's. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Features of one kind, each in 0..1 and the higher the better. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** One row a candidate, one column a name. `candidates` are in the order of their scores, best first. */
  readonly measure: (
    question: AnalysedQuestion,
    candidates: readonly AnalysedCandidate[],
  ) => readonly (readonly number[])[];
}
