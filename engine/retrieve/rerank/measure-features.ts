import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";
import { openingFeatures } from "./opening-features";
import { relevanceFeedback } from "./relevance-feedback";
import { tokenFeatures } from "./token-features";

/** The score of the scans. */
const fusedScore: FeatureGroup = {
  names: ["fused score"],
  measure: (_, candidates) => candidates.map(({ score }) => [score]),
};

const GROUPS = [fusedScore, openingFeatures, tokenFeatures, relevanceFeedback];

/** The columns of `measureFeatures`. */
export const FEATURE_NAMES: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** One row a candidate, one column a feature, all in 0..1 and the higher the better. */
export function measureFeatures(
  question: AnalysedQuestion,
  candidates: readonly AnalysedCandidate[],
): readonly (readonly number[])[] {
  const groups = GROUPS.map(({ measure }) => measure(question, candidates));
  return candidates.map((_, row) => groups.flatMap((group) => group[row] ?? []));
}
