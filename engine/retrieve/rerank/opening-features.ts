import type { AnalysedCandidate, AnalysedQuestion, FeatureGroup } from "./feature-group";

/** Words a passage opens with, in which it says what it is about. */
const OPENING_WORDS = [12, 48];

/** The share of the question's weight that a passage has in its first words. */
export const openingFeatures: FeatureGroup = {
  names: OPENING_WORDS.map((words) => `first ${words} words`),
  measure: (question, candidates) =>
    candidates.map((candidate) => OPENING_WORDS.map((words) => shareWithin(words, question, candidate))),
};

function shareWithin(
  count: number,
  { terms }: AnalysedQuestion,
  { places }: Pick<AnalysedCandidate, "places">,
): number {
  const found = new Set(places.terms.filter((_, at) => (places.words[at] ?? 0) < count));
  const weigh = (numbers: Iterable<number>) => {
    let sum = 0;
    for (const number of numbers) sum += terms[number]?.weight ?? 0;
    return sum;
  };
  const total = weigh(terms.keys());
  return total === 0 ? 0 : weigh(found) / total;
}
