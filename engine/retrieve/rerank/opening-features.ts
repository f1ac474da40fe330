import type { CandidateReading, FeatureGroup, QuestionReading } from "./reading";

/** Words a passage opens with, in which it says what it is about. */
const OPENINGS = [12, 48];

/** The share of the question's weight that a passage has in its first words. */
export const openingFeatures: FeatureGroup = {
  names: OPENINGS.map((words) => `first ${words} words`),
  measure: (question, candidates) =>
    candidates.map((candidate) => OPENINGS.map((words) => shareWithin(words, question, candidate))),
};

function shareWithin(
  count: number,
  { terms }: QuestionReading,
  { places }: Pick<CandidateReading, "places">,
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
