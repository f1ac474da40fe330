import { expect, test } from "vitest";
import { sampleDocument } from "../../testing/samples";
import type { FoundDocument } from "../load-documents";
import { rerankFound } from "./rerank-found";
import type { Reranker } from "./reranker";

function found(documentId: number, ...scores: readonly number[]): FoundDocument {
  const chunks = scores.map((_, ordinal) => ({ ordinal, start: 0, end: 4, headings: [] }));
  const hits = scores.map((score, ordinal) => ({ documentId, ordinal, score, keywordScore: 0 }));
  return { document: sampleDocument({ documentId, chunks }), hits, score: scores[0] ?? 0 };
}

/** Turns the order round. */
const contrary: Reranker = {
  depth: 3,
  score: async (_, candidates) => candidates.map(({ hit }) => 1 - hit.score / 2),
};
const orderOf = (all: readonly FoundDocument[]) =>
  all.flatMap(({ document, hits }) => hits.map(({ ordinal }) => `${document.documentId}.${ordinal}`));

test("rerankFound() orders documents and their hits by the new scores, what was not judged below them", async () => {
  const reranked = await rerankFound("q", [found(1, 0.9, 0.7), found(2, 0.8), found(3, 0.6), found(4, 0.5)], {
    reranker: contrary,
  });
  expect(orderOf(reranked)).toEqual(["1.1", "1.0", "2.0", "3.0", "4.0"]);
  const scores = reranked.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test("rerankFound() leaves hits of chunks that are gone behind, and nothing found as it is", async () => {
  const [gone] = [found(1, 0.9)];
  const without = { ...gone!, document: sampleDocument({ documentId: 1, chunks: [] }) };
  expect(await rerankFound("q", [], { reranker: contrary })).toEqual([]);
  expect(await rerankFound("q", [without], { reranker: contrary })).toEqual([without]);
});
