import { compareHits } from "../fuse-hits";
import { analyseCandidates, type RerankerDeps } from "./analyse-candidates";
import { measureFeatures } from "./measure-features";
import { parseWeights } from "./parse-weights";
import type { Reranker } from "./reranker";
import trained from "./weights.json";

/** More candidates gain nothing on the development sets and cost time. */
const DEPTH = 50;

/** Scores by the weighted mean of a few features; the weights are in `weights.json`, see README.md. */
export function createReranker(deps: RerankerDeps, content: unknown = trained): Reranker {
  const { weights } = parseWeights(content);
  return {
    depth: DEPTH,
    async score(question, candidates, signal) {
      // Features depend on the best candidates: the given order must not matter.
      const order = candidates
        .map((candidate, position) => ({ candidate, position }))
        .sort((a, b) => compareHits(a.candidate.hit, b.candidate.hit));
      const sorted = order.map(({ candidate }) => candidate);
      const analysed = await analyseCandidates(question, sorted, { ...deps, signal });
      const rows = measureFeatures(analysed.question, analysed.candidates);
      const scores = new Array<number>(candidates.length).fill(0);
      for (const [row, { position }] of order.entries())
        scores[position] = weightedSum(rows[row] ?? [], weights);
      return scores;
    },
  };
}

function weightedSum(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0);
}
