import { compareHits } from "../compare-hits";
import { analyseCandidates, type RerankerDeps } from "./analyse-candidates";
import { measureFeatures } from "./measure-features";
import { parseWeights } from "./parse-weights";
import type { Reranker } from "./reranker";
import trained from "./weights.json";

/** More candidates gain nothing on the development sets and cost time. */
const DEPTH = 50;

/** The mean of a handful of features, weighted as `weights.json` says; see README.md. */
export function createReranker(deps: RerankerDeps, content: unknown = trained): Reranker {
  const { weights } = parseWeights(content);
  return {
    depth: DEPTH,
    async score(question, candidates, signal) {
      // Features depend on what is best: the order given must not matter.
      const order = candidates
        .map((candidate, position) => ({ candidate, position }))
        .sort((a, b) => compareHits(a.candidate.hit, b.candidate.hit));
      const sorted = order.map(({ candidate }) => candidate);
      const analysed = await analyseCandidates(question, sorted, { ...deps, signal });
      const rows = measureFeatures(analysed.question, analysed.candidates);
      const scores = new Array<number>(candidates.length).fill(0);
      for (const [at, { position }] of order.entries())
        scores[position] = weightedSum(rows[at] ?? [], weights);
      return scores;
    },
  };
}

function weightedSum(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
