import { compareHits } from "../compare-hits";
import { measureFeatures } from "./measure-features";
import { parseWeights } from "./parse-weights";
import { type ReadingTools, readCandidates } from "./read-candidates";
import type { Reranker } from "./reranker";
import trained from "./weights.json";

/** More candidates gain nothing on the development sets and cost time. */
const DEPTH = 50;

/** The mean of a handful of features, weighted as `weights.json` says; see README.md. */
export function createReranker(tools: ReadingTools, content: unknown = trained): Reranker {
  const { weights } = parseWeights(content);
  return {
    depth: DEPTH,
    async score(question, candidates, signal) {
      // Features depend on what is best: the order given must not matter.
      const order = candidates
        .map((candidate, place) => ({ candidate, place }))
        .sort((a, b) => compareHits(a.candidate.hit, b.candidate.hit));
      const sorted = order.map(({ candidate }) => candidate);
      const read = await readCandidates(question, sorted, { ...tools, signal });
      const rows = measureFeatures(read.question, read.candidates);
      const scores = new Array<number>(candidates.length).fill(0);
      for (const [at, { place }] of order.entries()) scores[place] = weighted(rows[at] ?? [], weights);
      return scores;
    },
  };
}

function weighted(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
