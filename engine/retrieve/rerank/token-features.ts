import type { CandidateReading, FeatureGroup, QuestionReading } from "./reading";

/**
 * How near a passage's tokens come to the question's, by weight: MaxSim of late interaction (Khattab and Zaharia,
 * "ColBERT", 2020). Other than the cosine of the two texts it does not fade in a long passage.
 */
export const tokenFeatures: FeatureGroup = {
  names: ["nearest tokens"],
  measure: (question, candidates) => candidates.map((candidate) => [meanNearest(question, candidate)]),
};

function meanNearest({ tokenWeights }: QuestionReading, { nearest }: CandidateReading): number {
  let mean = 0;
  for (const [token, cosine] of nearest.entries()) mean += (tokenWeights[token] ?? 0) * cosine;
  return mean;
}
