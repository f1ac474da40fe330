import { dot } from "./dot";
import type { CandidateReading, FeatureGroup } from "./reading";
import { SPEAKERS } from "./speakers";

/** The mean cosine with the best candidates, by their score; none speaks for itself. */
export const vectorFeedback: FeatureGroup = {
  names: ["like the best, by vector"],
  measure: (_, candidates) => {
    const speakers = candidates.slice(0, SPEAKERS);
    return candidates.map((candidate) => [nearness(candidate, speakers)]);
  },
};

function nearness(candidate: CandidateReading, speakers: readonly CandidateReading[]): number {
  let total = 0;
  let sum = 0;
  for (const speaker of speakers) {
    if (speaker === candidate) continue;
    total += speaker.score;
    sum += speaker.score * Math.max(0, dot(speaker.vector, candidate.vector));
  }
  return total === 0 ? 0 : Math.min(1, sum / total);
}
