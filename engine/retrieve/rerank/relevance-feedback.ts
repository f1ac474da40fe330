import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";

/**
 * Pseudo-relevance feedback takes this many best candidates for relevant. With five or ten the mean nDCG@10 over the
 * development sets was no better.
 */
export const FEEDBACK_DOCUMENTS = 3;
/** Terms of the feedback documents that are compared with a candidate. */
const MAX_EXPANSION_TERMS = 10;
/** BM25's saturation of a term's count and its normalisation by length, as in keyword search. */
const K1 = 1.2;
const B = 0.65;

/**
 * The share of the feedback documents' informative terms that a candidate has, after RM3 (Abdul-Jaleel et al., "UMass at
 * TREC 2004"). The terms of the question are left out, and no candidate is compared with its own terms.
 */
export const relevanceFeedback: FeatureGroup = {
  names: ["relevance feedback"],
  measure(question, candidates) {
    const saturated = saturate(candidates);
    const termWeights = candidates
      .slice(0, FEEDBACK_DOCUMENTS)
      .map((candidate, row) => weighTerms(candidate, question, saturated[row]));
    const allTerms = expansionTerms(termWeights);
    return candidates.map((_, row) => {
      const expansion =
        row < termWeights.length ? expansionTerms(termWeights.filter((_, other) => other !== row)) : allTerms;
      return [matchedShare(expansion, saturated[row])];
    });
  },
};

/** By term, in 0..1. */
type SaturatedCounts = ReadonlyMap<string, number>;

function saturate(candidates: readonly AnalysedCandidate[]): readonly SaturatedCounts[] {
  const words = candidates.reduce((sum, { positions }) => sum + positions.length, 0);
  const average = Math.max(1, words / Math.max(1, candidates.length));
  return candidates.map(({ counts, positions }) => {
    const norm = K1 * (1 - B + (B * positions.length) / average);
    return new Map([...counts].map(([term, count]) => [term, count / (count + norm)]));
  });
}

/** The weights of the informative terms of one feedback document. */
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
