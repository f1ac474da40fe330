import type { Clock } from "../ports/clock";
import type { RetrievalMode, Retriever } from "../retrieve/retriever";
import { ndcg, recall, reciprocalRank } from "./measure-ranking";
import type { JudgedQuery } from "./parse-dataset";

/** Means over the queries. */
export interface Evaluation {
  readonly ndcg10: number;
  readonly recall100: number;
  readonly mrr10: number;
  readonly queriesPerSecond: number;
  /** Milliseconds for each query; absent without reranking. */
  readonly rerankMs?: number;
}

const DEPTH = 100;

/** Asks every query, one after the other, and measures the ranking of documents. */
export async function evaluateDataset(
  queries: readonly JudgedQuery[],
  retriever: Retriever,
  { mode, clock }: { readonly mode: RetrievalMode; readonly clock: Clock },
): Promise<Evaluation> {
  let milliseconds = 0;
  let reranking: number | undefined;
  const sums = { ndcg10: 0, recall100: 0, mrr10: 0 };
  for (const { text, grades } of queries) {
    const begin = clock.now();
    const options = { mode, limit: DEPTH, perDocument: 1 };
    const { passages, timings } = await retriever.retrieve(text, options);
    milliseconds += clock.now() - begin;
    if (timings.rerank !== undefined) reranking = (reranking ?? 0) + timings.rerank;
    const ranking = passages.map(({ document }) => document.itemId);
    sums.ndcg10 += ndcg(ranking, grades, 10);
    sums.recall100 += recall(ranking, grades, DEPTH);
    sums.mrr10 += reciprocalRank(ranking, grades, 10);
  }
  const mean = (sum: number) => sum / Math.max(1, queries.length);
  return {
    ndcg10: mean(sums.ndcg10),
    recall100: mean(sums.recall100),
    mrr10: mean(sums.mrr10),
    queriesPerSecond: (queries.length * 1000) / Math.max(milliseconds, Number.EPSILON),
    ...(reranking !== undefined && { rerankMs: mean(reranking) }),
  };
}
