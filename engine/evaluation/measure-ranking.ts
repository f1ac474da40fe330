/** Grades of the relevant documents of a query, by document id; documents not listed are irrelevant. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain over the first `depth` ranks, with linear gain and log2 discount (Järvelin &
 * Kekäläinen 2002), as trec_eval and BEIR compute it.
 */
export function ndcg(ranking: readonly string[], grades: Grades, depth: number): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  const best = discountedGain(ideal.slice(0, depth));
  const gains = ranking.slice(0, depth).map((id) => grades.get(id) ?? 0);
  return best === 0 ? 0 : discountedGain(gains) / best;
}

/** Share of the relevant documents among the first `depth`. */
export function recall(ranking: readonly string[], grades: Grades, depth: number): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0);
  if (relevant.length === 0) return 0;
  const found = new Set(ranking.slice(0, depth));
  return relevant.filter(([id]) => found.has(id)).length / relevant.length;
}

/** One over the rank of the first relevant document among the first `depth`; 0 when there is none. */
export function reciprocalRank(ranking: readonly string[], grades: Grades, depth: number): number {
  const position = ranking.slice(0, depth).findIndex((id) => (grades.get(id) ?? 0) > 0);
  return position < 0 ? 0 : 1 / (position + 1);
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, position) => sum + gain / Math.log2(position + 2), 0);
}
