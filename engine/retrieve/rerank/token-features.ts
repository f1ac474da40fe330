import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";

/**
 * The similarity of a passage's tokens to the question's, by weight: MaxSim of late interaction (Khattab and Zaharia,
 * "ColBERT", 2020). Unlike the cosine of the two texts it does not decrease with the length of the passage.
 */
export const tokenFeatures: FeatureGroup = {
  names: ["max similarity"],
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
