import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";
import { FEEDBACK_DOCUMENTS } from "./feedback-documents";

/** Words that speak. */
const MAX_EXPANSION_TERMS = 10;
/** BM25's saturation of a word's count and its norm by length, as in keyword search. */
const K1 = 1.2;
const B = 0.65;

/**
 * Of the words that tell the best candidates from others, how many a candidate has, after RM3 (Abdul-Jaleel et
 * al., "UMass at TREC 2004"). The question's own words are left out, and none speaks for itself.
 */
export const relevanceFeedback: FeatureGroup = {
  names: ["like the best, by words"],
  measure(question, candidates) {
    const saturated = saturate(candidates);
    const termWeights = candidates
      .slice(0, FEEDBACK_DOCUMENTS)
      .map((position, at) => weighTerms(position, question, saturated[at]));
    const allTerms = expansionTerms(termWeights);
    return candidates.map((_, at) => {
      const expansion =
        at < termWeights.length
          ? expansionTerms(termWeights.filter((_, position) => position !== at))
          : allTerms;
      return [matchedShare(expansion, saturated[at])];
    });
  },
};

/** By term, in 0..1. */
type SaturatedCounts = ReadonlyMap<string, number>;

function saturate(candidates: readonly AnalysedCandidate[]): readonly SaturatedCounts[] {
  const words = candidates.reduce((sum, { places }) => sum + places.length, 0);
  const average = Math.max(1, words / Math.max(1, candidates.length));
  return candidates.map(({ counts, places }) => {
    const norm = K1 * (1 - B + (B * places.length) / average);
    return new Map([...counts].map(([term, count]) => [term, count / (count + norm)]));
  });
}

/** What a candidate says for each of its words. */
function weighTerms(
  { ownTerms, score }: AnalysedCandidate,
  question: AnalysedQuestion,
  shares: SaturatedCounts | undefined,
): ReadonlyMap<string, number> {
  const questionTerms = new Set(question.terms.map(({ term }) => term));
  const informative = ownTerms.filter(({ term, weight }) => weight > 0 && !questionTerms.has(term));
  return new Map(informative.map(({ term, weight }) => [term, score * weight * (shares?.get(term) ?? 0)]));
}

function expansionTerms(
  termWeights: readonly ReadonlyMap<string, number>[],
): readonly (readonly [string, number])[] {
  const weights = new Map<string, number>();
  for (const documentWeights of termWeights) {
    for (const [term, weight] of documentWeights) weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MAX_EXPANSION_TERMS);
}

function matchedShare(
  words: readonly (readonly [string, number])[],
  shares: SaturatedCounts | undefined,
): number {
  let total = 0;
  let sum = 0;
  for (const [term, weight] of words) {
    total += weight;
    sum += weight * (shares?.get(term) ?? 0);
  }
  return total === 0 ? 0 : sum / total;
}
