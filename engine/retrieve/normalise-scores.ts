/** Min-max: the best becomes 1, the worst 0. Scores that are all equal tell nothing apart and become 1. */
export function normaliseScores(scores: readonly number[]): readonly number[] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  const range = highest - lowest;
  return scores.map((score) => (range === 0 ? 1 : (score - lowest) / range));
}
