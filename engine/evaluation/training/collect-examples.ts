import { contextualText } from "../../chunk/contextual-text";
import type { Embedder } from "../../embed/embedder";
import { createRetriever } from "../../retrieve/create-retriever";
import { compareHits } from "../../retrieve/fuse-hits";
import { analyseCandidates } from "../../retrieve/rerank/analyse-candidates";
import { createReranker } from "../../retrieve/rerank/create-reranker";
import { measureFeatures } from "../../retrieve/rerank/measure-features";
import type { RerankCandidate, Reranker } from "../../retrieve/rerank/reranker";
import { openCorpus } from "../index-corpus";
import type { TrainingSet } from "./compose-training-set";

/** The candidates of one question, with a row of features and a grade for each. */
export interface Example {
  readonly rows: readonly (readonly number[])[];
  readonly grades: readonly number[];
}

/**
 * Asks every question of the set and analyses the candidates as the product's reranker does. A question whose passage is
 * not among them is left out.
 */
export async function collectExamples(set: TrainingSet, embedder: Embedder): Promise<readonly Example[]> {
  const { index, rows } = await openCorpus(set.corpus, { embedder });
  const deps = { index, embedder, contextualText };
  let seen: readonly RerankCandidate[] = [];
  const recordingReranker: Reranker = {
    depth: createReranker(deps).depth,
    score: async (_, candidates) => {
      seen = [...candidates].sort((a, b) => compareHits(a.hit, b.hit));
      return candidates.map(() => 0);
    },
  };
  const clock = { now: () => 0 };
  const retrieverDeps = { index, rows, embedder, clock, recency: false, removeDuplicates: false };
  const retriever = createRetriever({ ...retrieverDeps, reranker: recordingReranker });
  const examples: Example[] = [];
  for (const { text, grades } of set.queries) {
    seen = [];
    await retriever.retrieve(text);
    const gradesSeen = seen.map(({ document }) => grades.get(document.itemId) ?? 0);
    if (!gradesSeen.some((grade) => grade > 0)) continue;
    const { question, candidates } = await analyseCandidates(text, seen, deps);
    examples.push({ rows: measureFeatures(question, candidates), grades: gradesSeen });
  }
  return examples;
}
