import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";

/**
 * How near a passage's tokens come to the question's, by weight: MaxSim of late interaction (Khattab and Zaharia,
 * "ColBERT", 2020). Other than the cosine of the two texts it does not fade in a long passage.
 */
export const tokenFeatures: FeatureGroup = {
  names: ["nearest tokens"],
  measure: (question, candidates) => candidates.map((candidate) => [meanMaxSimilarity(question, candidate)]),
};

function meanMaxSimilarity(
  { tokenWeights }: AnalysedQuestion,
  { maxSimilarities }: AnalysedCandidate,
): number {
  let mean = 0;
  for (const [token, cosine] of maxSimilarities.entries()) mean += (tokenWeights[token] ?? 0) * cosine;
  return mean;
}
