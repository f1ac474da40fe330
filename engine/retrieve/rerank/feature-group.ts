import type { QueryTerm, TermPositions } from "../../model/hit";

/** A question as features see it. */
export interface AnalysedQuestion {
  /** The terms of the index; stop words weigh 0. */
  readonly terms: readonly QueryTerm[];
  /** Weights of its tokens, 1 in sum; empty where the embedder does not compare tokens. */
  readonly tokenWeights: Float32Array;
}

/** A candidate as features see it. */
export interface AnalysedCandidate {
  /** The fused score, 0..1. */
  readonly score: number;
  /** Where its text has the terms of `AnalysedQuestion.terms`. */
  readonly positions: TermPositions;
  /** For each token of the question, the highest cosine with a token of the candidate. */
  readonly maxSimilarities: Float32Array;
  /** Its own terms with their weights; only of feedback documents. */
  readonly ownTerms: readonly QueryTerm[];
  /** Counts of the terms of the feedback documents, without those of the question. */
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
