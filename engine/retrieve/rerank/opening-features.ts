import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";

/** Numbers of first words, in which a passage usually names its subject. */
const OPENING_WORDS = [12, 48];

/** The share of the question's weight that the first words of a passage have. */
export const openingFeatures: FeatureGroup = {
  names: OPENING_WORDS.map((words) => `first ${words} words`),
  measure: (question, candidates) =>
    candidates.map((candidate) => OPENING_WORDS.map((words) => shareWithin(words, question, candidate))),
};

function shareWithin(
  count: number,
  { terms }: AnalysedQuestion,
  { positions }: Pick<AnalysedCandidate, "positions">,
): number {
  const found = new Set(positions.terms.filter((_, index) => (positions.words[index] ?? 0) < count));
  const weigh = (numbers: Iterable<number>) => {
    let sum = 0;
    for (const number of numbers) sum += terms[number]?.weight ?? 0;
    return sum;
  };
  const total = weigh(terms.keys());
  return total === 0 ? 0 : weigh(found) / total;
}
